"""*Lister*: the admin, for the lists KOMBIT owns and the people alone; nothing is ever deleted.

Projects, waves and tasks have pages of their own and are written by ``tasks.actions``.
"""

from tasks.admin.list_site import ListSite
from tasks.admin.lists import ListAdmin, MunicipalityAdmin, ThemeAdmin
from tasks.admin.people import PersonAdmin
from tasks.admin.words import AcronymAdmin, TermAdmin
from tasks.models import Acronym, Municipality, Person, Phase, Role, Term, Theme

site = ListSite(name="admin")
site.register(Phase, ListAdmin)
site.register(Theme, ThemeAdmin)
site.register(Role, ListAdmin)
site.register(Municipality, MunicipalityAdmin)
site.register(Term, TermAdmin)
site.register(Acronym, AcronymAdmin)
site.register(Person, PersonAdmin)
