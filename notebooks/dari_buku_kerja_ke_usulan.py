# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Dari buku kerja ke usulan
#
# Satu unit contoh (Pola 4, semua orangnya karangan) dibaca dari buku kerjanya, disusun, diuji pasal demi pasal, lalu
# dibandingkan dengan keputusan yang berlaku. Setiap angka di bawah ini draf, bukan keputusan.
#
# Buka dengan Jupyter dan jupytext, atau jalankan sebagai program biasa.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from alokasi import Limits, example, figures, judge, load, propose, rules_for, save, tables, write_template
from alokasi.results import standing

folder = TemporaryDirectory()
workbook = Path(folder.name) / "contoh.xlsx"

# %% [markdown]
# ## 1. Buku kerja
#
# Templat yang sama diisi seorang analis. `load` membacanya kembali; galat pada data akan disebut dengan selnya.

# %%
write_template(workbook, example("4", None))
problem, _, reading = load(workbook)
rules = rules_for(problem)
pd.DataFrame(
    {
        "banyaknya": {
            "pejabat": len(problem.officials),
            "pegawai": len(problem.employees),
            "paket kerja": len(problem.packages),
            "tim yang diberikan": len(problem.teams),
            "pesan pembacaan": len(reading.issues),
        }
    }
)

# %% [markdown]
# ## 2. Keputusan yang berlaku
#
# Pemeriksa yang sama menilai susunan mana pun. Yang berlaku dinilai dahulu, supaya usulan punya pembanding.

# %%
decree = judge(problem, rules, None)
tables.clauses(decree).query("status == 'tidak terpenuhi'")[["kode", "pasal", "ketentuan", "bukti"]]

# %% [markdown]
# ## 3. Usulan
#
# Sepuluh detik cukup untuk melihat jalannya; usulan yang sebenarnya pantas diberi waktu lebih.
# `propose` selalu mengembalikan susunan yang sudah diuji.

# %%
result = propose(problem, rules, Limits(seconds=10, seed=0))
standing(result)

# %%
pd.DataFrame(tables.headlines(result))[["name", "value", "note", "compared"]]

# %% [markdown]
# ## 4. Siapa duduk di mana

# %%
tables.seats(result)[["kode_tim", "nama_tim", "nama", "peran", "jam", "jam_ketua"]]

# %%
tables.unmet_work(result)

# %% [markdown]
# ## 5. Beban
#
# Garisnya: jam efektif (100 %) dan batas beban menurut kebijakan P01.

# %%
source = tables.source_line(result)
figures.person_load(tables.person_load(result), float(rules.policy("P01").value), source=source)

# %%
figures.team_load(tables.team_load(result), tables.target_percent(result), source=source)

# %%
figures.person_team_hours(tables.person_team_hours(result), source=source)

# %% [markdown]
# ## 6. Kompetensi: dibutuhkan dan dimiliki

# %%
figures.competence_supply(tables.competence_supply(result), source=source)

# %% [markdown]
# ## 7. Uji Pasal

# %%
tables.clauses(result)["status"].value_counts().to_frame("banyaknya")

# %%
tables.clauses(result).query("status == 'perlu keputusan'")[["kode", "pasal", "bukti", "penentu"]]

# %% [markdown]
# ## 8. Dibandingkan dengan keputusan yang berlaku

# %%
figures.before_after(tables.load_before_after(result), source=source)

# %%
tables.moves(result)[["nama", "perubahan", "nama_tim", "tim_lain", "peran_sebelum", "peran_sesudah"]]

# %% [markdown]
# ## 9. Simpan
#
# Buku kerja hasil dapat disunting dan dibaca lagi; laporannya satu berkas HTML yang berdiri sendiri.

# %%
save(result, Path(folder.name) / "usulan.xlsx", Path(folder.name) / "laporan.html")
sorted(path.name for path in Path(folder.name).iterdir())

# %%
folder.cleanup()
