"""The XML schemas that others wrote for the channels: `setup/unpack` takes them out of Debian's packages."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

FOLDER = Path(sys.prefix) / "debian"
_XSD = 'xmlns="http://www.w3.org/2001/XMLSchema"'
#: The protocol's schema wants everything in a record declared. RDF has no schema that says more than this.
_RDF = f"""<schema {_XSD} targetNamespace="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<element name="RDF"><complexType><sequence><any processContents="skip" maxOccurs="unbounded"/></sequence></complexType>
</element></schema>"""
_OAI = f"""<schema {_XSD}>
<import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
<import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/>
<import namespace="http://www.w3.org/1999/02/22-rdf-syntax-ns#" schemaLocation="rdf.xsd"/>
</schema>"""
_SITEMAP = f"""<schema {_XSD}><import namespace="http://www.sitemaps.org/schemas/sitemap/0.9"
schemaLocation="sitemaps-schema-0.9.xsd"/></schema>"""
SCHEMAS = {"oai": _OAI, "sitemap": _SITEMAP}


class Local(etree.Resolver):  # type: ignore[misc] # lxml publishes no types
    """Takes every schema from the folder, wherever another one says that it is."""

    def resolve(self, address: str, _id: str, context: object) -> object:
        name = address.rpartition("/")[2]
        if name == "rdf.xsd":
            return self.resolve_string(_RDF, context)
        return self.resolve_filename(str(FOLDER / name), context)


@cache
def schema(name: str) -> etree.XMLSchema:
    """Return a schema of `SCHEMAS`; skip the test where its files could not be had."""
    if not (FOLDER / "OAI-PMH.xsd").is_file() or not (FOLDER / "sitemaps-schema-0.9.xsd").is_file():
        pytest.skip("the XML schemas are not here (setup/unpack fetches them)")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    return etree.XMLSchema(etree.fromstring(SCHEMAS[name].encode(), parser))


def faults(name: str, document: bytes) -> list[str]:
    """Return what a schema finds wrong in a document."""
    found = schema(name)
    found.validate(etree.fromstring(document))
    return [f"{entry.line}: {entry.message}" for entry in found.error_log]
