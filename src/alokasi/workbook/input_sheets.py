"""The sheets a user fills: columns, choices, limits and prompts. Required columns carry `required=True`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.schema import Column, Kind, Sheet
from alokasi_models.problem import (
    Category,
    CompetenceKind,
    Consent,
    Coordinator,
    EmployeeStatus,
    Level,
    LockKind,
    NeedKind,
    OfficialKind,
    OfficialStatus,
    SeatRole,
    TargetSource,
    TeamClass,
    TeamStatus,
    UnitKind,
    UnitRole,
    UnitScope,
    WorkForm,
    WorkNature,
)

_ZERO, _ONE, _FULL, _SKILL = Decimal(0), Decimal(1), Decimal(100), Decimal(5)
_MOST = Decimal(10_000_000)
_HOURS = Decimal(100_000)  # of one seat or package row in a year
_RUPIAH = Decimal(10) ** 14


def _words(enumeration: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(word) for word in enumeration)


_UNIT = Sheet(
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
            choices=_words(UnitKind),
            example="Pusat",
        ),
        Column(
            "peran",
            Kind.CHOICE,
            Message.of("disusun: timnya disusun. asal: hanya unit asal tamu. Kosong berarti disusun."),
            choices=_words(UnitRole),
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
            most=Decimal(366 * 24),
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
            choices=_words(UnitScope),
        ),
        Column(
            "pagu_anggaran",
            Kind.NUMBER,
            Message.of("Pagu anggaran setahun dalam rupiah."),
            least=_ZERO,
            most=_RUPIAH,
            width=18,
        ),
    ),
    filled=True,
)

_OFFICIALS = Sheet(
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
            choices=_words(OfficialKind),
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
            least=_ONE,
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
            choices=_words(OfficialStatus),
            example="definitif",
        ),
    ),
    filled=True,
)

_STAFF = Sheet(
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
            choices=_words(Category),
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
            choices=_words(Level),
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
            least=_ONE,
            most=Decimal(17),
            example=9,
        ),
        Column(
            "status",
            Kind.CHOICE,
            Message.of("PNS atau PPPK. Kosong berarti PNS."),
            choices=_words(EmployeeStatus),
            synonyms=("status pegawai", "status kepegawaian"),
            example="PNS",
        ),
        Column(
            "ketersediaan",
            Kind.PERCENT,
            Message.of("Bagian tahun yang tersedia, 0 sampai 100 persen. Kosong: dihitung dari tanggal."),
            least=_ZERO,
            most=_FULL,
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

_COMPETENCES = Sheet(
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
            choices=_words(CompetenceKind),
            example="teknis",
        ),
    ),
    absent=Message.of("Kesesuaian kompetensi tidak dapat dinilai; usulan memakai rumpun dan nama jabatan."),
)

_SKILLS = Sheet(
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

_INDICATORS = Sheet(
    names.INDICATORS,
    Message.of("Satu baris satu target kinerja unit yang harus dibagi habis."),
    (
        Column(
            "kode_indikator",
            Kind.CODE,
            Message.of("Kode indikator, misalnya IK1."),
            required=True,
            width=17,
            example="CONTOH-IK1",
        ),
        Column(
            "uraian",
            Kind.LONG,
            Message.of("Bunyi target atau indikator kinerja."),
            required=True,
            width=56,
            synonyms=("indikator", "uraian indikator", "indikator kinerja"),
            example="Dokumen perencanaan selesai tepat waktu",
        ),
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
            "acuan",
            Kind.CHOICE,
            Message.of("Sumber target: Renstra, PK, OTK, atau RKP."),
            required=True,
            choices=_words(TargetSource),
            example="PK",
        ),
        Column(
            "pemilik", Kind.TEXT, Message.of("Pemilik target, misalnya nama bidang atau pejabat."), width=24
        ),
        Column(
            "prioritas",
            Kind.WHOLE,
            Message.of("1 (tertinggi) sampai 3. Kosong berarti 2."),
            least=_ONE,
            most=Decimal(3),
            example=1,
        ),
    ),
    absent=Message.of("Target tanpa tugas tidak dapat dicari; K067 dinilai dari tugas saja."),
)

_PACKAGES = Sheet(
    names.PACKAGES,
    Message.of("Satu baris satu paket kerja dari analisis beban kerja: volume setahun dan norma waktunya."),
    (
        Column(
            "kode_tugas",
            Kind.CODE,
            Message.of("Kode tugas, misalnya T01."),
            required=True,
            synonyms=("kode",),
            example="CONTOH-T1",
        ),
        Column(
            "uraian_tugas",
            Kind.LONG,
            Message.of("Uraian tugas atau kegiatan."),
            required=True,
            width=52,
            synonyms=("rincian tugas", "rincian tugas kegiatan", "uraian kegiatan", "tugas pokok"),
            example="Menyusun dokumen rencana kerja",
        ),
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
            "indikator",
            Kind.CODE,
            Message.of("Kode dari lembar Indikator; bila lembar itu kosong, bunyi targetnya."),
            required=True,
            refers=names.INDICATORS,
            synonyms=("kode indikator",),
            example="CONTOH-IK1",
        ),
        Column("acuan", Kind.TEXT, Message.of("Dokumen asal tugas ini.")),
        Column(
            "rumpun",
            Kind.TEXT,
            Message.of("Rumpun kerja. Tugas serumpun cenderung masuk satu tim."),
            required=True,
            example="Perencanaan",
        ),
        Column(
            "nama_jabatan",
            Kind.TEXT,
            Message.of("Jabatan yang dihitung ABK untuk tugas ini, misalnya Perencana Ahli Muda."),
            synonyms=("jabatan",),
            example="Perencana Ahli Muda",
        ),
        Column(
            "hasil_kerja",
            Kind.TEXT,
            Message.of("Hasil kerja, misalnya dokumen."),
            synonyms=("output", "satuan hasil"),
            example="Dokumen",
        ),
        Column(
            "volume",
            Kind.NUMBER,
            Message.of("Banyaknya hasil setahun. Angka lebih dari 0."),
            required=True,
            above_zero=True,
            most=_MOST,
            synonyms=("volume kerja", "jumlah hasil", "jumlah volume kerja"),
            example=12,
        ),
        Column(
            "norma_jam",
            Kind.NUMBER,
            Message.of("Jam untuk satu hasil. Angka lebih dari 0."),
            required=True,
            above_zero=True,
            most=_HOURS,
            synonyms=("norma waktu jam", "norma waktu", "waktu penyelesaian jam", "waktu penyelesaian"),
            example=Decimal("37.5"),
        ),
        Column(
            "beban_jam",
            Kind.NUMBER,
            Message.of("Volume x norma_jam, dihitung sendiri oleh buku kerja."),
            least=_ZERO,
            derived=True,
            synonyms=("beban kerja", "jumlah beban kerja"),
        ),
        Column(
            "prioritas",
            Kind.WHOLE,
            Message.of("1 (tertinggi) sampai 3. Kosong berarti 2."),
            least=_ONE,
            most=Decimal(3),
            example=2,
        ),
        Column(
            "sifat",
            Kind.CHOICE,
            Message.of("rutin atau insidental. Kosong berarti rutin."),
            choices=_words(WorkNature),
            example="rutin",
        ),
        Column(
            "bentuk",
            Kind.CHOICE,
            Message.of("tim, individu (satu orang), atau bebas. Kosong berarti tim."),
            choices=_words(WorkForm),
            example="tim",
        ),
        Column(
            "kode_tim",
            Kind.CODE,
            Message.of("Tim pemilik dari lembar Tim. Kosong: dikelompokkan oleh program."),
            refers=names.TEAMS,
        ),
        Column("kode_tim_berjalan", Kind.CODE, Message.of("Timnya dalam keputusan yang sedang berlaku.")),
        Column(
            "kategori_jabatan",
            Kind.CHOICE,
            Message.of("Kategori yang boleh mengerjakan. Kosong: siapa saja."),
            choices=_words(Category),
        ),
        Column(
            "jenjang_minimum",
            Kind.CHOICE,
            Message.of("Jenjang paling rendah yang boleh mengerjakan."),
            choices=_words(Level),
        ),
        Column("sumber_pembiayaan", Kind.TEXT, Message.of("Sumber pembiayaan, misalnya DIPA."), width=20),
        Column(
            "anggaran",
            Kind.NUMBER,
            Message.of("Anggaran tugas dalam rupiah."),
            least=_ZERO,
            most=_RUPIAH,
            width=16,
        ),
    ),
    filled=True,
)

_NEEDS = Sheet(
    names.NEEDS,
    Message.of("Kompetensi yang diminta tiap tugas. Baris sekelompok saling menggantikan."),
    (
        Column(
            "kode_tugas",
            Kind.CODE,
            Message.of("Kode dari lembar Tugas."),
            required=True,
            refers=names.PACKAGES,
            example="CONTOH-T1",
        ),
        Column(
            "kode_kompetensi",
            Kind.CODE,
            Message.of("Kode dari lembar Kompetensi."),
            required=True,
            refers=names.COMPETENCES,
            width=18,
            example="CONTOH-K1",
        ),
        Column(
            "level_minimum",
            Kind.WHOLE,
            Message.of("Tingkat paling rendah, 1 sampai 5."),
            required=True,
            least=_ONE,
            most=_SKILL,
            synonyms=("level", "tingkat minimum"),
            example=3,
        ),
        Column(
            "sifat",
            Kind.CHOICE,
            Message.of("wajib atau diutamakan. Kosong berarti wajib."),
            choices=_words(NeedKind),
            example="wajib",
        ),
        Column(
            "kelompok",
            Kind.CODE,
            Message.of("Nama kelompok untuk pilihan salah satu dari beberapa kompetensi."),
        ),
        Column(
            "jumlah_orang",
            Kind.WHOLE,
            Message.of("Banyaknya anggota yang harus memilikinya. Kosong berarti 1."),
            least=_ONE,
            most=_FULL,
            example=1,
        ),
    ),
    absent=Message.of("Kebutuhan kompetensi tugas tidak dapat dinilai."),
)

_TEAMS = Sheet(
    names.TEAMS,
    Message.of("Tim yang sudah ditentukan atau diusulkan. Boleh kosong: program merancang timnya."),
    (
        Column(
            "kode_tim", Kind.CODE, Message.of("Kode tim, misalnya TK1."), required=True, example="CONTOH-TK1"
        ),
        Column(
            "nama_tim",
            Kind.TEXT,
            Message.of("Nama tim kerja."),
            required=True,
            width=36,
            example="Tim Kerja Perencanaan",
        ),
        Column(
            "kode_unit",
            Kind.CODE,
            Message.of("Kode unit dari lembar Unit."),
            required=True,
            refers=names.UNIT,
            example="CONTOH-1",
        ),
        Column(
            "kedudukan",
            Kind.CODE,
            Message.of("id_pejabat tempat tim berkedudukan: pimpinan unit atau Administrator."),
            required=True,
            refers=names.OFFICIALS,
            example="CONTOH-B1",
        ),
        Column(
            "koordinator",
            Kind.CHOICE,
            Message.of("Ketua, atau Administrator yang mengoordinasi tim di bawahnya. Kosong berarti Ketua."),
            choices=_words(Coordinator),
            example="Ketua",
        ),
        Column(
            "kelas",
            Kind.CHOICE,
            Message.of("internal, lintas unit, atau lintas instansi. Kosong berarti internal."),
            choices=_words(TeamClass),
            example="internal",
        ),
        Column(
            "status",
            Kind.CHOICE,
            Message.of(
                "tetap: harus dibentuk. usulan: boleh tidak dipakai. Kosong: tetap bila sudah bertugas."
            ),
            choices=_words(TeamStatus),
            example="usulan",
        ),
        Column("anggota_min", Kind.WHOLE, Message.of("Anggota paling sedikit."), least=_ONE, most=_FULL),
        Column("anggota_maks", Kind.WHOLE, Message.of("Anggota paling banyak."), least=_ONE, most=_FULL),
        Column("rumpun", Kind.TEXT, Message.of("Rumpun kerja tim."), example="Perencanaan"),
    ),
)

_LOANS = Sheet(
    names.LOANS,
    Message.of("Pegawai yang dilibatkan di unit lain, dengan dua persetujuannya (K097)."),
    (
        Column(
            "id_pegawai",
            Kind.CODE,
            Message.of("id_pegawai dari lembar Pegawai."),
            required=True,
            refers=names.STAFF,
            example="CONTOH-P1",
        ),
        Column(
            "kode_unit_tujuan",
            Kind.CODE,
            Message.of("Unit yang meminta. Boleh unit di luar buku kerja ini."),
            required=True,
            width=19,
            example="CONTOH-2",
        ),
        Column("kode_tim", Kind.CODE, Message.of("Tim tujuan. Kosong: tim mana pun di unit tujuan.")),
        Column(
            "jam_maks",
            Kind.NUMBER,
            Message.of("Jam setahun paling banyak di unit tujuan."),
            least=_ZERO,
            most=_HOURS,
            example=300,
        ),
        Column(
            "persetujuan_atasan",
            Kind.CHOICE,
            Message.of("Persetujuan atasan langsung."),
            required=True,
            choices=_words(Consent),
            example="disetujui",
        ),
        Column(
            "persetujuan_pimpinan",
            Kind.CHOICE,
            Message.of("Persetujuan pimpinan unit asal."),
            required=True,
            choices=_words(Consent),
            example="menunggu",
        ),
    ),
)

_LOCKS = Sheet(
    names.LOCKS,
    Message.of("Hal yang harus dijaga, atau harapan, beserta alasannya."),
    (
        Column(
            "jenis",
            Kind.CHOICE,
            Message.of("Jenis ketentuan. Semua mengikat, kecuali harap."),
            required=True,
            choices=_words(LockKind),
            example="anggota",
        ),
        Column(
            "id_pegawai",
            Kind.CODE,
            Message.of("id_pegawai dari lembar Pegawai."),
            required=True,
            refers=names.STAFF,
            example="CONTOH-P1",
        ),
        Column(
            "kode_tim",
            Kind.CODE,
            Message.of("Tim dari lembar Tim. Wajib untuk anggota, ketua, dan penasihat."),
            refers=names.TEAMS,
            example="CONTOH-TK1",
        ),
        Column(
            "id_pegawai_2",
            Kind.CODE,
            Message.of("Pegawai kedua. Wajib untuk bersama dan terpisah."),
            refers=names.STAFF,
        ),
        Column(
            "kode_tugas",
            Kind.CODE,
            Message.of("Kode dari lembar Tugas. Wajib untuk jam."),
            refers=names.PACKAGES,
        ),
        Column(
            "jam",
            Kind.NUMBER,
            Message.of("Jam setahun untuk jenis jam atau penasihat."),
            least=_ZERO,
            most=_HOURS,
        ),
        Column(
            "alasan",
            Kind.LONG,
            Message.of("Mengapa ketentuan ini dibuat."),
            required=True,
            example="Pengalaman menyusun dokumen yang sama",
        ),
    ),
    marker_column="id_pegawai",
)

_CURRENT = Sheet(
    names.CURRENT,
    Message.of("Susunan tim dalam keputusan yang sedang berlaku, satu baris satu kedudukan orang."),
    (
        Column(
            "id_pegawai", Kind.CODE, Message.of("id_pegawai anggota."), required=True, example="CONTOH-P1"
        ),
        Column("kode_tim", Kind.CODE, Message.of("Kode tim berjalan."), required=True, example="CONTOH-TK1"),
        Column(
            "nama_tim", Kind.TEXT, Message.of("Nama tim berjalan."), width=36, example="Tim Kerja Perencanaan"
        ),
        Column(
            "kedudukan", Kind.CODE, Message.of("id_pejabat tempat tim berkedudukan."), example="CONTOH-B1"
        ),
        Column(
            "koordinator",
            Kind.CHOICE,
            Message.of("Ketua atau Administrator."),
            choices=_words(Coordinator),
            example="Ketua",
        ),
        Column(
            "kelas",
            Kind.CHOICE,
            Message.of("internal, lintas unit, atau lintas instansi."),
            choices=_words(TeamClass),
            example="internal",
        ),
        Column(
            "peran",
            Kind.CHOICE,
            Message.of("Ketua, Anggota, atau Penasihat."),
            required=True,
            choices=_words(SeatRole),
            example="Ketua",
        ),
        Column(
            "jam",
            Kind.NUMBER,
            Message.of("Jam setahun di tim itu, bila diketahui."),
            least=_ZERO,
            most=_HOURS,
        ),
    ),
    absent=Message.of("Perubahan terhadap susunan berjalan tidak dapat dihitung."),
)

_SETTINGS = Sheet(
    names.SETTINGS,
    Message.of(
        "Keputusan dan setelan buku kerja ini: bacaan (A..), batas kebijakan (P..), norma, profil, pasal."
    ),
    (
        Column(
            "nama",
            Kind.CODE,
            Message.of(
                "A1-A32, P01-P05, jam_efektif, pembulatan, profil, atau kode pasal yang sudah diputuskan."
            ),
            required=True,
            example="CONTOH A4",
        ),
        Column("nilai", Kind.SETTING, Message.of("Nilai yang dipakai."), required=True, example="boleh"),
        Column(
            "alasan",
            Kind.LONG,
            Message.of("Mengapa nilai ini dipakai."),
            required=True,
            example="Arahan pimpinan pada rapat tim",
        ),
        Column(
            "diputuskan_oleh", Kind.TEXT, Message.of("Pejabat yang memutuskan."), example="Sekretaris Contoh"
        ),
        Column("tanggal", Kind.DATE, Message.of("Tanggal keputusan: HH/BB/TTTT."), example=date(2027, 1, 4)),
        Column("nomor_surat", Kind.TEXT, Message.of("Nomor surat atau nota keputusan.")),
    ),
)

INPUT_SHEETS: tuple[Sheet, ...] = (
    _UNIT,
    _OFFICIALS,
    _STAFF,
    _COMPETENCES,
    _SKILLS,
    _INDICATORS,
    _PACKAGES,
    _NEEDS,
    _TEAMS,
    _LOANS,
    _LOCKS,
    _CURRENT,
    _SETTINGS,
)
