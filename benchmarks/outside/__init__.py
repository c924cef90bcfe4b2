"""Outside benchmark data in Alokasi's own words: every instance becomes a workbook (`Problem`), solved by `solve()`.

Nothing here posts a row or declares a variable. A family says how its people, work, teams and wishes stand in a
workbook, and checks a plan by its own rules, apart from ours.

assignment   package -> person with time and cost for each pair     generalised assignment, OR-Library and Yagiura
players      one team a person, one member of each board in a team  team assignment, MiniZinc Challenge 2018 and 2022
skills       work -> person with a skill, or newly trained in it    skill allocation, MiniZinc Challenge 2020
"""
