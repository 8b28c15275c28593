using System.Globalization;
using System.Text;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>A bank's statement as a Dutch bank writes it, in either version, for tests that need one.</summary>
public sealed class SampleCamt(string iban = SampleCamt.Iban, bool old = false, long opening = 0, string id = "2027-001", int number = 1)
{
    public const string Iban = "NL91ABNA0417164300";
    private readonly StringBuilder entries = new();
    private long moved;
    private DateOnly from = DateOnly.MaxValue, until = DateOnly.MinValue;
    private int references;

    public SampleCamt Line(DateOnly day, long cents, string name = "", string other = "", string text = "", string endToEnd = "", string? reference = "", string reason = "", string status = "BOOK", string code = "", string batch = "")
    {
        var (sign, who) = cents < 0 ? ("DBIT", "Cdtr") : ("CRDT", "Dbtr");
        if (status == "BOOK") moved += cents;
        (from, until) = (day < from ? day : from, day > until ? day : until);
        reference = reference == "" ? $"R{id}-{++references}" : reference;
        entries.Append(CultureInfo.InvariantCulture, $"""
            <Ntry><Amt Ccy="EUR">{Euros(Math.Abs(cents))}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{(old ? $"<Sts>{status}</Sts>" : $"<Sts><Cd>{status}</Cd></Sts>")}
            <BookgDt><Dt>{day:yyyy-MM-dd}</Dt></BookgDt><ValDt><Dt>{day:yyyy-MM-dd}</Dt></ValDt>{(reference is null ? "" : $"<AcctSvcrRef>{reference}</AcctSvcrRef>")}
            {(code.Length > 0 ? $"<BkTxCd><Domn><Cd>{code.Split('/')[0]}</Cd><Fmly><Cd>{code.Split('/')[1]}</Cd><SubFmlyCd>{code.Split('/')[2]}</SubFmlyCd></Fmly></Domn></BkTxCd>" : "")}
            <NtryDtls>{(batch.Length > 0 ? $"<Btch><PmtInfId>{batch}</PmtInfId></Btch>" : "")}<TxDtls><Refs><EndToEndId>{(endToEnd.Length > 0 ? endToEnd : "NOTPROVIDED")}</EndToEndId></Refs>
            <RltdPties>{(name.Length > 0 ? old ? $"<{who}><Nm>{name}</Nm></{who}>" : $"<{who}><Pty><Nm>{name}</Nm></Pty></{who}>" : "")}
            {(other.Length > 0 ? $"<{who}Acct><Id><IBAN>{other}</IBAN></Id></{who}Acct>" : "")}</RltdPties>
            <RmtInf><Ustrd>{text}</Ustrd></RmtInf>{(reason.Length > 0 ? $"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>" : "")}</TxDtls></NtryDtls></Ntry>

            """);
        return this;
    }

    /// <summary>Puts an entry there as it is written.</summary>
    public SampleCamt Raw(string entry, long cents)
    {
        moved += cents;
        entries.Append(entry);
        return this;
    }

    public string Text(long? closing = null, string opens = "OPBD", string more = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{(old ? "02" : "08")}"><BkToCstmrStmt><GrpHdr><MsgId>CAMT-1</MsgId><CreDtTm>2027-01-05T06:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>{id}</Id><ElctrncSeqNb>{number:000}</ElctrncSeqNb><CreDtTm>2027-01-05T06:00:00</CreDtTm>{more}<Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
        {Balance(opens, opening, from)}{Balance("CLBD", closing ?? opening + moved, until)}
        {entries}</Stmt></BkToCstmrStmt></Document>
        """;

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text());

    private static string Balance(string code, long cents, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"""
        <Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{Euros(Math.Abs(cents))}</Amt><CdtDbtInd>{(cents < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>{(day == DateOnly.MaxValue || day == DateOnly.MinValue ? new DateOnly(2027, 1, 4) : day):yyyy-MM-dd}</Dt></Dt></Bal>
        """);

    private static string Euros(long cents) => new Cents(cents).ToFile();
}
