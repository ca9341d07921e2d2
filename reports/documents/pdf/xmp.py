"""What the file says of itself in XMP, beyond what WeasyPrint writes.

WeasyPrint names one standard, PDF/A-3a. The file is PDF/UA-1 as well (ISO 14289-1, clause 5), and
PDF/A asks that the namespace of that claim is described inside the file (ISO 19005-3, 6.6.2.3.3).
"""

_END = b"</rdf:RDF>"

_ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def with_accessibility(rdf):
    """`rdf` (bytes) with the claim of PDF/UA-1 and its description.

    Raises ValueError when it is not one `rdf:RDF` element.
    """
    if rdf.count(_END) != 1:
        raise ValueError("The metadata must hold one rdf:RDF element.")
    return rdf.replace(_END, _ACCESSIBLE + _END)
