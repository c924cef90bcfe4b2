"""Tables to Plotly figures: pure functions, one file per figure; dashboard, notebooks and report draw the
same.

Every function takes a tidy table of `alokasi.tables`, the language and a source line, and returns a figure
whose title is the finding, whose subtitle says what is drawn and in which unit.
"""

from plotly.graph_objects import Figure

from alokasi.figures.before_after import before_after
from alokasi.figures.comparison import headline_comparison, load_comparison
from alokasi.figures.competence import competence_supply
from alokasi.figures.convergence import convergence
from alokasi.figures.heat_map import person_team_hours
from alokasi.figures.load_changes import load_changes
from alokasi.figures.page import alternative, figure_json, plotly_js
from alokasi.figures.parallel import parallel_axes
from alokasi.figures.person_load import person_load
from alokasi.figures.seat_changes import seat_changes
from alokasi.figures.team_load import team_load
from alokasi.figures.template import config

__all__ = [
    "Figure",
    "alternative",
    "before_after",
    "competence_supply",
    "config",
    "convergence",
    "figure_json",
    "headline_comparison",
    "load_changes",
    "load_comparison",
    "parallel_axes",
    "person_load",
    "person_team_hours",
    "plotly_js",
    "seat_changes",
    "team_load",
]
