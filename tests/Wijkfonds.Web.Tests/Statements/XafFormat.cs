using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>
/// What FORMATS.md, section 1, says of XAF 4.0 and 3.2: each element with its children in their order. "32:" or "40:" is only in
/// that version; "?" may be left out ("?32" only in 3.2), "*" repeats, "+" is there at least once; a number is the longest text.
/// </summary>
internal static partial class XafFormat
{
    private const string Line = "nr:35 accID:35 ";

    private static readonly Dictionary<string, string> Elements = new()
    {
        ["auditfile"] = "header company",
        ["header"] = "fiscalYear:9 startDate endDate curCode:3 dateCreated softwareDesc:50?32 softwareVersion:20?32 40:RGSVersion:20?",
        ["company"] = "32:companyIdent:35? 40:Commercenr:100? companyName:999/255 taxRegistrationCountry:2 taxRegIdent:30 streetAddress* 32:postalAddress* customersSuppliers? generalLedger? vatCodes? periods? openingBalance? transactions?",
        ["customersSuppliers"] = "customerSupplier*",
        ["customerSupplier"] = "custSupID:35 custSupName:50? 32:contact? 32:telephone? 32:fax? eMail? 32:website? commerceNr? taxRegistrationCountry:2? taxRegIdent:30? 32:relationshipID? custSupTp:1? 32:custSupGrpID? 32:custCreditLimit? "
            + "32:supplierLimit? 40:opBalDesc? 40:opBalTp? 40:clBalDesc? 40:clBalTp? streetAddress* 32:postalAddress* 32:bankAccount* 32:changeInfo? 32:customerSupplierHistory?",
        ["generalLedger"] = "ledgerAccount+",
        ["ledgerAccount"] = "accID:35 accDesc:999/255 accTp:1 32:leadCode:999? 32:leadDescription:999? 32:leadReference:999? 32:leadCrossRef:999? 32:taxonomy* 32:changeInfo? 32:glAccountHistory? 40:RGScode:255?",
        ["periods"] = "period*",
        ["period"] = "periodNumber:3 32:periodDesc? startDatePeriod 32:startTimePeriod? endDatePeriod 32:endTimePeriod?",
        ["openingBalance"] = "32:opBalDate 32:opBalDesc? linesCount totalDebit totalCredit obLine* 32:obSubledgers?",
        ["obLine"] = Line + "amnt amntTp:1",
        ["transactions"] = "linesCount totalDebit totalCredit journal* 32:subledgers?",
        ["journal"] = "jrnID:35 desc jrnTp:1? offsetAccID? 32:bankAccNr? transaction*",
        ["transaction"] = "nr:35 desc? periodNumber:3 trDt 32:amnt? 32:amntTp? 32:sourceID? 32:userID:35? 40:Source:999? 40:User:999? trLine*",
        ["trLine"] = Line + "docRef:999/255 effDate 40:settDate? desc? amnt amntTp:1 32:recRef? 32:matchKeyID? custSupID:35? invRef? 32:orderRef? receivingDocRef? shipDocRef? 32:costID? 40:cost? 32:prodID? 40:product? 32:projID:35? 40:project? "
            + "32:artGrpID? workCostArrRef? 32:qntityID? 32:qntity? bankAccNr? 32:bankIdCd? 40:offsetBankAccNr? vat* currency?",
    };

    /// <summary>What a text holds, for elements of a kind.</summary>
    private static readonly (Regex Elements, Regex Text)[] Texts =
    [
        (Of("startDate|endDate|dateCreated|startDatePeriod|endDatePeriod|opBalDate|trDt|effDate"), Of(@"\d{4}-\d{2}-\d{2}")),
        // 20 digits, two of them after the point; never a sign: D or C says it.
        (Of("amnt|totalDebit|totalCredit"), Of(@"\d{1,18}\.\d{2}")), (Of("amntTp"), Of("[DC]")), (Of("linesCount|nr"), Of(@"\d+")), (Of("periodNumber"), Of(@"\d{1,3}")), (Of("fiscalYear"), Of(@"\d{4}(-\d{4})?")),
        (Of("curCode"), Of("EUR")), (Of("taxRegistrationCountry"), Of("NL")), (Of("accTp"), Of("[BP]")), (Of("custSupTp"), Of("[BCS]")), (Of("jrnTp"), Of("[BCGMOPSTYZ]")),
        // RGS, with an extension where several accounts share a code; never 0000.
        (Of("RGScode|leadReference"), Of(@"[BW]([A-Z][A-Za-z0-9]{2}){1,4}([.:]\d+)?")), (Of("RGSVersion"), Of(@"3\.8")), (Of("project|projID"), Of(@"\d+-\d+")), (Of("Commercenr|companyIdent"), Of(@"\d{8}")), (Of("taxRegIdent"), Of(@"(\d{9})?")),
    ];

    /// <summary>Everything in a file that is not as the format says, each named.</summary>
    public static IEnumerable<string> Differences(XElement element, bool is40)
    {
        var name = element.Name.LocalName;
        if (!Elements.TryGetValue(name, out var children)) return element.HasElements ? [$"{name} has children"] : [];
        var expected = children.Split(' ').Select(c => Child.Read(c, is40)).OfType<Child>().ToList();
        var (at, wrong) = (0, new List<string>());
        foreach (var child in element.Elements())
        {
            var found = expected.FindIndex(at, e => e.Name == child.Name.LocalName);
            if (found < 0)
            {
                wrong.Add($"{child.Name.LocalName} does not stand here in {name}");
                continue;
            }
            wrong.AddRange(expected.Skip(at).Take(found - at).Where(e => e.IsNeeded && !element.Elements().Any(x => x.Name.LocalName == e.Name)).Select(e => $"{name} lacks {e.Name}"));
            at = expected[found].Repeats ? found : found + 1;
            if (!child.HasElements && child.Value.EnumerateRunes().Count() > expected[found].Most) wrong.Add($"{child.Name.LocalName} is longer than {expected[found].Most}");
            if (Texts.FirstOrDefault(t => t.Elements.IsMatch(child.Name.LocalName)).Text is { } text && !text.IsMatch(child.Value)) wrong.Add($"{child.Name.LocalName} holds '{child.Value}'");
        }
        wrong.AddRange(expected.Skip(at).Where(e => e.IsNeeded && !element.Elements().Any(x => x.Name.LocalName == e.Name)).Select(e => $"{name} lacks {e.Name}"));
        return wrong.Concat(element.Elements().SelectMany(c => Differences(c, is40)));
    }

    private static Regex Of(string pattern) => new($"^(?:{pattern})$", RegexOptions.CultureInvariant);

    private sealed record Child(string Name, int Most, bool IsNeeded, bool Repeats)
    {
        /// <summary>Null where the other version alone has it.</summary>
        public static Child? Read(string text, bool is40)
        {
            var parts = Notation().Match(text);
            if (parts.Groups["only"].Value is { Length: > 0 } only && only != (is40 ? "40" : "32")) return null;
            var most = (is40 && parts.Groups["in40"].Length > 0 ? parts.Groups["in40"] : parts.Groups["most"]).Value;
            var mark = parts.Groups["mark"].Value;
            return new(parts.Groups["name"].Value, most.Length > 0 ? int.Parse(most, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue, mark is "" or "+" || (mark == "?32" && is40), mark is "*" or "+");
        }
    }

    [GeneratedRegex(@"^((?<only>32|40):)?(?<name>[A-Za-z]+)(:(?<most>\d+)(/(?<in40>\d+))?)?(?<mark>\?32|\?|\*|\+)?$")]
    private static partial Regex Notation();
}
