"""A small gazetteer, as a user would write one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablerdf.link.gazetteer.cache import gazetteer_file
from cablerdf.link.linker import Linker

HEADER = "qid,label,aliases,type,country,positions,start,end,source\n"
PEOPLE = (
    "Q100001,Aldo Ferrando,,person,it,Minister of Foreign Affairs@2006-05-17/2010-02-01,2006,2010,test\n"
    "Q100002,Aldo Ferrando,,person,it,member of the Senate@1948-05-08/1953-06-24,1948,1953,test\n"
    "Q100003,Maria Keller,,person,de,Minister of Defence@2005-11-22/2009-10-28,2005,2009,test\n"
    "Q100004,Ivan Petrenko,Іван Петренко|Ivan S. Petrenko,person,ua,President@2005-01-23/2010-02-25,2005,2010,test\n"
    "Q100005,Oleh Petrenko,,person,ua,Prime Minister@2006-01-01/2009-12-31,2006,2009,test\n"
    "Q100006,Robert J. Hale,,person,us,Secretary of State@2005-01-26/2009-01-20,2005,2009,test\n"
    "Q100007,John Smith,,person,us,United States representative@2005-01-03/2009-01-03,2005,2009,test\n"
    "Q100008,John A. Smith,,person,us,United States senator@1999-01-03/2011-01-03,1999,2011,test\n"
    "Q100010,Georg Vandermolen,,person,nl,ambassador to Spain@2001/2004,2001,2004,test\n"
    "Q100011,Otto of Ruritania,,person,be,King@1990/2012,1990,2012,test\n"
    "Q100012,Luis Aranda,,person,es,Chief of the Defence Staff@2006/2010,2006,2010,test\n"
    "Q100013,Pedro Aranda,,person,es,Member of the Congress of Deputies@2004/2011,2004,2011,test\n"
    "Q100014,Nora Whitlock,,person,us,ambassador to Portugal@2007/2009,2007,2009,test\n"
    "Q100015,Edward Whitlock,,person,us,member of the State Senate of Ohio@2001/2010,2001,2010,test\n"
    "Q100016,Samir Haddadin,,person,jo,Minister of Justice@2005/2008,2005,2008,test\n"
    "Q100017,Zaid Samir Haddadin,,person,jo,Minister of Finance@2014/2016,2014,2016,test\n"
    "Q100018,Michael Thornbury,,person,gb,Member of the House of Commons@1997/2010,1997,2010,test\n"
    'Q100019,"Michael Thornbury, 9th Earl of Elmet",,person,gb,House of Lords@1980/2011,1980,2011,test\n'
    "Q100021,Nasir bin Faris Al Marwan,,person,ae,President@2004/2012,2004,2012,test\n"
    "Q100022,Ida E. Brandt,,person,dk,Minister of Culture@2007/2010,2007,2010,test\n"
    "Q100009,Karim al-Hadi,,person,iq,Prime Minister@2006-05-20/2010-09-08,2006,2010,test\n"
)
BODIES = "Q100020,International Basalt Study Group,IBSG,organisation,,,1990,,test\n"


@pytest.fixture(scope="session")
def gazetteer_csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazetteer as CSV."""
    path = tmp_path_factory.mktemp("gazetteer") / "people.csv"
    path.write_text(HEADER + PEOPLE + BODIES, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def linker(gazetteer_csv: Path, tmp_path_factory: pytest.TempPathFactory) -> Linker:
    """A linker over it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CABLERDF_CACHE", str(tmp_path_factory.mktemp("cache")))
        return Linker.open([gazetteer_file(gazetteer_csv)])
