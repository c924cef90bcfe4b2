"""Sheets about teams, loans, locks, the decree in force and settings."""

from __future__ import annotations

from datetime import date

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.schema import FULL, MOST_HOURS, ONE, ZERO, Column, Kind, Sheet, words_of
from alokasi_models.problem import Consent, Coordinator, LockKind, SeatRole, TeamClass, TeamStatus

TEAMS = Sheet(
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
            choices=words_of(Coordinator),
            example="Ketua",
        ),
        Column(
            "kelas",
            Kind.CHOICE,
            Message.of("internal, lintas unit, atau lintas instansi. Kosong berarti internal."),
            choices=words_of(TeamClass),
            example="internal",
        ),
        Column(
            "status",
            Kind.CHOICE,
            Message.of(
                "tetap: harus dibentuk. usulan: boleh tidak dipakai. Kosong: tetap bila sudah bertugas."
            ),
            choices=words_of(TeamStatus),
            example="usulan",
        ),
        Column("anggota_min", Kind.WHOLE, Message.of("Anggota paling sedikit."), least=ONE, most=FULL),
        Column("anggota_maks", Kind.WHOLE, Message.of("Anggota paling banyak."), least=ONE, most=FULL),
        Column("rumpun", Kind.TEXT, Message.of("Rumpun kerja tim."), example="Perencanaan"),
    ),
)

LOANS = Sheet(
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
            least=ZERO,
            most=MOST_HOURS,
            example=300,
        ),
        Column(
            "persetujuan_atasan",
            Kind.CHOICE,
            Message.of("Persetujuan atasan langsung."),
            required=True,
            choices=words_of(Consent),
            example="disetujui",
        ),
        Column(
            "persetujuan_pimpinan",
            Kind.CHOICE,
            Message.of("Persetujuan pimpinan unit asal."),
            required=True,
            choices=words_of(Consent),
            example="menunggu",
        ),
    ),
)

LOCKS = Sheet(
    names.LOCKS,
    Message.of("Hal yang harus dijaga, atau harapan, beserta alasannya."),
    (
        Column(
            "jenis",
            Kind.CHOICE,
            Message.of("Jenis ketentuan. Semua mengikat, kecuali harap."),
            required=True,
            choices=words_of(LockKind),
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
            least=ZERO,
            most=MOST_HOURS,
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

CURRENT = Sheet(
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
            choices=words_of(Coordinator),
            example="Ketua",
        ),
        Column(
            "kelas",
            Kind.CHOICE,
            Message.of("internal, lintas unit, atau lintas instansi."),
            choices=words_of(TeamClass),
            example="internal",
        ),
        Column(
            "peran",
            Kind.CHOICE,
            Message.of("Ketua, Anggota, atau Penasihat."),
            required=True,
            choices=words_of(SeatRole),
            example="Ketua",
        ),
        Column(
            "jam",
            Kind.NUMBER,
            Message.of("Jam setahun di tim itu, bila diketahui."),
            least=ZERO,
            most=MOST_HOURS,
        ),
    ),
    absent=Message.of("Perubahan terhadap susunan berjalan tidak dapat dihitung."),
)

SETTINGS = Sheet(
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
