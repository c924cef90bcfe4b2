"""The named terms of the objective: each a function (Aims, Ledger) -> int whose docstring is its definition.

A docstring is written so that a solver can post the same with linear rows in its decisions:

    y_t   team formed            x_it  Ketua or Anggota         l_it  Ketua
    z_wt  package owned by team  v_iw  held individually by i   h_iw  minutes of i on w

Coefficients come from `Aims`; only teams, packages and people in scope count. `max(0, a)` is a variable
e >= a, e >= 0 that the objective presses down; where a share of a variable is rounded, e is a whole number
and its row is written without division.
"""
