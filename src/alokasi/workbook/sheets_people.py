"""Sheets about units, officials, staff and competences."""

from __future__ import annotations

from decimal import Decimal

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.schema import FULL, MOST_HOURS, MOST_RUPIAH, ONE, ZERO, Column, Kind, Sheet, words_of
from alokasi_models.problem import (
    Category,
    CompetenceKind,
    EmployeeStatus,
    Level,
    OfficialKind,
    OfficialStatus,
    UnitKind,
    UnitRole,
    UnitScope,
)

UNIT = Sheet(
    names.UNIT,
    Message.of("Satu baris satu unit. Unit asal tamu diberi peran “asal”."),
    (
        Column(
            "kode_unit",
            Kind.CODE,
            Message.of("Kode singkat unit, misalnya DIT1. Dipakai di lembar lain."),
            required=True,
            example="CONTOH-1",
        ),
        Column(
            "nama_unit",
            Kind.TEXT,
            Message.of("Nama lengkap unit."),
            required=True,
            width=38,
            synonyms=("unit kerja", "nama unit kerja"),
            example="Direktorat Contoh",
        ),
        Column(
            "jenis_unit",
            Kind.CHOICE,
            Message.of("Pusat atau UPT."),
            required=True,
            choices=words_of(UnitKind),
            example="Pusat",
        ),
        Column(
            "peran",
            Kind.CHOICE,
            Message.of("disusun: timnya disusun. asal: hanya unit asal tamu. Kosong berarti disusun."),
            choices=words_of(UnitRole),
            example="disusun",
        ),
        Column(
            "pola",
            Kind.CHOICE,
            Message.of("Pola struktur 1 sampai 9. Boleh kosong: dikenali dari lembar Pejabat."),
            choices=tuple("123456789"),
        ),
        Column(
            "unit_induk",
            Kind.CODE,
            Message.of("Nama atau kode unit induk. Wajib untuk UPT."),
            width=30,
            example="Direktorat Jenderal Contoh",
        ),
        Column(
            "tahun",
            Kind.WHOLE,
            Message.of("Tahun anggaran susunan, misalnya 2027."),
            required=True,
            least=Decimal(2000),
            most=Decimal(2100),
            example=2027,
        ),
        Column(
            "jam_efektif",
            Kind.NUMBER,
            Message.of("Jam efektif satu pegawai penuh setahun. Kosong: nilai bawaan norma."),
            above_zero=True,
            most=MOST_HOURS,
            synonyms=("jam kerja efektif", "waktu kerja efektif"),
        ),
        Column(
            "disederhanakan",
            Kind.YES_NO,
            Message.of("ya bila strukturnya sudah disederhanakan. Kosong berarti ya."),
            example="ya",
        ),
        Column("kota", Kind.TEXT, Message.of("Kota tempat unit."), width=18),
        Column(
            "lingkup",
            Kind.CHOICE,
            Message.of("Lingkup unit. Kosong berarti struktural."),
            choices=words_of(UnitScope),
        ),
        Column(
            "pagu_anggaran",
            Kind.NUMBER,
            Message.of("Pagu anggaran setahun dalam rupiah."),
            least=ZERO,
            most=MOST_RUPIAH,
            width=18,
        ),
    ),
    filled=True,
)

OFFICIALS = Sheet(
    names.OFFICIALS,
    Message.of("Satu baris satu pejabat struktural, termasuk jabatan yang kosong atau dijabat Plt."),
    (
        Column(
            "id_pejabat",
            Kind.CODE,
            Message.of("Kode pejabat, misalnya B01. Bukan NIP."),
            required=True,
            example="CONTOH-B1",
        ),
        Column(
            "nama",
            Kind.TEXT,
            Message.of("Nama pejabat. Kosong bila jabatannya kosong."),
            required=True,
            unless=("status", OfficialStatus.VACANT),
            width=30,
            synonyms=("nama pejabat", "nama lengkap"),
            example="Nama Pejabat",
        ),
        Column("nip", Kind.NIP, Message.of("18 digit sebagai teks. Boleh kosong.")),
        Column(
            "kode_unit",
            Kind.CODE,
            Message.of("Kode unit dari lembar Unit. PPT Madya: unit induknya."),
            required=True,
            refers=names.UNIT,
            synonyms=("unit", "unit kerja"),
            example="CONTOH-1",
        ),
        Column(
            "jabatan",
            Kind.TEXT,
            Message.of("Nama jabatan, misalnya Direktur Contoh."),
            required=True,
            width=36,
            synonyms=("nama jabatan",),
            example="Direktur Contoh",
        ),
        Column(
            "jenis_jabatan",
            Kind.CHOICE,
            Message.of("Jenis jabatan. JF hanya untuk Dosen atau Guru yang memimpin UPT."),
            required=True,
            choices=words_of(OfficialKind),
            example="PPT Pratama",
        ),
        Column(
            "atasan",
            Kind.CODE,
            Message.of("id_pejabat atasannya. Kosong untuk pimpinan unit."),
            refers=names.OFFICIALS,
            synonyms=("atasan langsung", "id atasan"),
        ),
        Column(
            "golongan",
            Kind.TEXT,
            Message.of("Golongan ruang, misalnya IV/b."),
            width=12,
            synonyms=("gol", "golongan ruang", "pangkat golongan"),
            example="IV/c",
        ),
        Column(
            "kelas_jabatan",
            Kind.WHOLE,
            Message.of("Kelas jabatan 1 sampai 17."),
            least=ONE,
            most=Decimal(17),
            example=15,
        ),
        Column(
            "fungsi_perencanaan",
            Kind.YES_NO,
            Message.of("ya bila memegang fungsi perencanaan atau program. Kosong berarti tidak."),
            example="tidak",
        ),
        Column(
            "status",
            Kind.CHOICE,
            Message.of("definitif, Plt, atau kosong (jabatan belum terisi)."),
            choices=words_of(OfficialStatus),
            example="definitif",
        ),
    ),
    filled=True,
)

STAFF = Sheet(
    names.STAFF,
    Message.of("Satu baris satu pejabat fungsional atau pelaksana."),
    (
        Column(
            "id_pegawai",
            Kind.CODE,
            Message.of("Kode pegawai, misalnya P001. Bukan NIP."),
            required=True,
            example="CONTOH-P1",
        ),
        Column(
            "nama",
            Kind.TEXT,
            Message.of("Nama pegawai."),
            required=True,
            width=30,
            synonyms=("nama pegawai", "nama lengkap"),
            example="Nama Pegawai",
        ),
        Column("nip", Kind.NIP, Message.of("18 digit sebagai teks. Boleh kosong.")),
        Column(
            "kode_unit",
            Kind.CODE,
            Message.of("Kode unit dari lembar Unit."),
            required=True,
            refers=names.UNIT,
            synonyms=("unit", "unit kerja"),
            example="CONTOH-1",
        ),
        Column(
            "atasan_langsung",
            Kind.CODE,
            Message.of("id_pejabat atasan langsungnya."),
            required=True,
            refers=names.OFFICIALS,
            width=17,
            synonyms=("atasan", "id atasan"),
            example="CONTOH-B1",
        ),
        Column(
            "kategori",
            Kind.CHOICE,
            Message.of("JF Keahlian, JF Keterampilan, atau Pelaksana."),
            required=True,
            choices=words_of(Category),
            synonyms=("kategori jabatan", "kelompok jabatan"),
            example="JF Keahlian",
        ),
        Column(
            "nama_jabatan",
            Kind.TEXT,
            Message.of("Nama jabatan tanpa jenjang, misalnya Perencana."),
            required=True,
            width=30,
            synonyms=("jabatan",),
            example="Perencana",
        ),
        Column(
            "jenjang",
            Kind.CHOICE,
            Message.of("Jenjang jabatan fungsional. Kosong untuk pelaksana."),
            choices=words_of(Level),
            example="Ahli Muda",
        ),
        Column(
            "golongan",
            Kind.TEXT,
            Message.of("Golongan ruang PNS (III/c) atau golongan PPPK (IX)."),
            width=12,
            synonyms=("gol", "golongan ruang", "pangkat golongan"),
            example="III/d",
        ),
        Column(
            "kelas_jabatan",
            Kind.WHOLE,
            Message.of("Kelas jabatan 1 sampai 17."),
            least=ONE,
            most=Decimal(17),
            example=9,
        ),
        Column(
            "status",
            Kind.CHOICE,
            Message.of("PNS atau PPPK. Kosong berarti PNS."),
            choices=words_of(EmployeeStatus),
            synonyms=("status pegawai", "status kepegawaian"),
            example="PNS",
        ),
        Column(
            "ketersediaan",
            Kind.PERCENT,
            Message.of("Bagian tahun yang tersedia, 0 sampai 100 persen. Kosong: dihitung dari tanggal."),
            least=ZERO,
            most=FULL,
            width=15,
        ),
        Column(
            "mulai", Kind.DATE, Message.of("Hari pertama di unit bila masuk di tengah tahun: HH/BB/TTTT.")
        ),
        Column(
            "pensiun_atau_pindah",
            Kind.DATE,
            Message.of("Hari terakhir sebelum pensiun atau pindah: HH/BB/TTTT."),
            synonyms=("tanggal pensiun", "tmt pensiun", "pensiun"),
        ),
        Column(
            "ketua_di_luar",
            Kind.YES_NO,
            Message.of("ya bila sudah menjadi ketua tim di unit lain. Kosong berarti tidak."),
            example="tidak",
        ),
        Column(
            "rumpun",
            Kind.LIST,
            Message.of("Rumpun kerja yang dikuasai, dipisahkan titik koma."),
            example="Perencanaan; Anggaran",
        ),
        Column(
            "arah_karier", Kind.TEXT, Message.of("Rumpun atau kode kompetensi yang ingin ditekuni."), width=20
        ),
        Column("catatan", Kind.LONG, Message.of("Catatan bebas; tidak dipakai dalam perhitungan.")),
    ),
    filled=True,
)

COMPETENCES = Sheet(
    names.COMPETENCES,
    Message.of("Kamus kompetensi yang dipakai lembar lain. Boleh kosong."),
    (
        Column(
            "kode_kompetensi",
            Kind.CODE,
            Message.of("Kode kompetensi, misalnya K01."),
            required=True,
            width=18,
            example="CONTOH-K1",
        ),
        Column(
            "nama",
            Kind.TEXT,
            Message.of("Nama kompetensi."),
            required=True,
            width=40,
            synonyms=("nama kompetensi", "kompetensi"),
            example="Analisis data",
        ),
        Column(
            "jenis",
            Kind.CHOICE,
            Message.of("teknis, manajerial, atau sosiokultural. Kosong berarti teknis."),
            choices=words_of(CompetenceKind),
            example="teknis",
        ),
    ),
    absent=Message.of("Kesesuaian kompetensi tidak dapat dinilai; usulan memakai rumpun dan nama jabatan."),
)

SKILLS = Sheet(
    names.SKILLS,
    Message.of("Satu baris satu pegawai, satu kolom tambahan tiap kompetensi berjudul kodenya. Tingkat 0-5."),
    (
        Column(
            "id_pegawai",
            Kind.CODE,
            Message.of("id_pegawai dari lembar Pegawai. Tulis kode kompetensi sebagai judul kolom di kanan."),
            required=True,
            refers=names.STAFF,
            example="CONTOH-P1",
        ),
    ),
    absent=Message.of("Kompetensi tiap pegawai tidak dapat dinilai; K077a dan K095 menjadi perlu keputusan."),
    wide=True,
)
