using System.Text;
using System.Xml;

namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>Writes an auditfile: the elements of 4.0 or 3.2 in their order.</summary>
public static class XafWriter
{
    /// <summary>Streams: what is in memory is one transaction.</summary>
    public static void Write(Stream output, XafFile file, XafVersion version)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(output, settings);
        var to = new XafElements(xml, version);
        xml.WriteStartDocument();
        to.In("auditfile", () =>
        {
            to.In("header", () => Header(to, file));
            to.In("company", () =>
            {
                Company(to, file);
                XafLedger.Write(to, file);
                XafTransactions.Write(to, file);
            });
        });
    }

    private static void Header(XafElements to, XafFile file)
    {
        to.Whole("fiscalYear", file.Year, 9);
        to.Day("startDate", new DateOnly(file.Year, 1, 1));
        to.Day("endDate", new DateOnly(file.Year, 12, 31));
        to.Text("curCode", "EUR", 3);
        to.Day("dateCreated", file.Created);
        to.Text("softwareDesc", "Wijkfonds", 50);
        to.Text("softwareVersion", "1", 20);
        if (to.Is40) to.Text("RGSVersion", "3.8", 20);
    }

    private static void Company(XafElements to, XafFile file)
    {
        if (file.Commerce is { } commerce) to.Text("Commercenr", "companyIdent", commerce, 100, 35);
        to.Text("companyName", "companyName", file.Company, 255, 999);
        to.Text("taxRegistrationCountry", "NL", 2);
        to.Text("taxRegIdent", file.TaxId, 30);
        if (file.Parties.Count == 0) return;
        to.In("customersSuppliers", () =>
        {
            foreach (var party in file.Parties)
                to.In("customerSupplier", () =>
                {
                    to.Text("custSupID", party.Id, 35);
                    // Whose data were erased has no name: the element is left out, not empty.
                    if (party.Name.Length > 0) to.Text("custSupName", party.Name, 50);
                    to.Text("custSupTp", "C", 1);
                });
        });
    }
}
