using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The bank of the story: it carries out what was sent, takes its costs, and its lists are read in as the treasurer would.</summary>
public sealed partial class Story
{
    /// <summary>A number that banks use as an example: no real account.</summary>
    private const string FundIban = "NL44RABO0123456789";
    private readonly HashSet<Guid> atBank = [];
    private long bankHolds;
    private int lists;

    /// <summary>Two members agree on the account and the limits.</summary>
    private async Task SetRules(DateTimeOffset at)
    {
        var form = new MoneyRulesForm(FundIban, "Stichting Wijkfonds De Oosterhoek", "500", "2500", "10", "250");
        var decision = await Do(at, async db => await Get<SettingMoneyRules>().Propose(db, Get<Deciding>(), await As(db, Players.Treasurer, at), at, fund, form));
        await Agree(at.AddHours(3), decision, Players.Member);
    }

    /// <summary>All released payments go to the bank in one file.</summary>
    private Task Export(DateTimeOffset at) => Do(at, async db => await Get<ExportPayments>().Make(db, await As(db, Players.Treasurer, at), at, fund));

    /// <summary>The treasurer reads the bank's list since the last time, and confirms what is sure.</summary>
    private async Task ReadBank(DateTimeOffset at, params BankEvent[] besides)
    {
        var events = await SinceLast(at);
        events.AddRange(besides);
        var content = Encoding.UTF8.GetBytes(Statement([.. events.OrderBy(e => e.Day)]));
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        await Get<FileStore>().Keep(content);
        await Do(at, async db => await Get<ReadingBank>().Take(db, await As(db, Players.Treasurer, at), at, fund, name, content.Length, BankReader.Read(content).Value!));
        await Do(at.AddMinutes(5), async db => await Get<Explaining>().AcceptSure(db, await As(db, Players.Treasurer, at), at.AddMinutes(5), fund));
    }

    private sealed record BankEvent(DateOnly Day, long Cents, string Name, string Iban, string Text, string Reference = "", string Code = "");

    private async Task<List<BankEvent>> SinceLast(DateTimeOffset at)
    {
        var events = new List<BankEvent>();
        await using var db = database.Open(fund.Id);
        foreach (var deposit in await db.Set<Deposit>().Include(d => d.Contributor.Party).OrderBy(d => d.ValueDate).ThenBy(d => d.Contributor.Number).ToListAsync())
            if (atBank.Add(deposit.Id)) events.Add(new(deposit.ValueDate, deposit.Amount.Value, deposit.Contributor.Party.Name.ToUpperInvariant(), "", deposit.BankReference));
        foreach (var export in await db.Set<PaymentExport>().OrderBy(e => e.Reference).ToListAsync())
            if (atBank.Add(export.Subject)) events.Add(new(Day(at.AddDays(-2)), -export.Amount.Value, export.Name, export.Iban, export.Text, export.Reference));
        return events;
    }

    private string Statement(IReadOnlyList<BankEvent> events)
    {
        var text = new StringBuilder();
        var opening = bankHolds;
        foreach (var (e, i) in events.Select((e, i) => (e, i)))
        {
            bankHolds += e.Cents;
            var who = e.Cents < 0 ? "Cdtr" : "Dbtr";
            text.Append(CultureInfo.InvariantCulture, $"""
                <Ntry><Amt Ccy="EUR">{new Cents(Math.Abs(e.Cents)).ToFile()}</Amt><CdtDbtInd>{(e.Cents < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{e.Day:yyyy-MM-dd}</Dt></BookgDt><ValDt><Dt>{e.Day:yyyy-MM-dd}</Dt></ValDt><AcctSvcrRef>{lists + 1:0000}{i + 1:0000}</AcctSvcrRef>{Coded(e.Code)}
                <NtryDtls><TxDtls><Refs><EndToEndId>{(e.Reference.Length > 0 ? e.Reference : "NOTPROVIDED")}</EndToEndId></Refs>{(e.Name.Length == 0 ? "" : $"<RltdPties><{who}><Pty><Nm>{Escape(e.Name)}</Nm></Pty></{who}>{(e.Iban.Length == 0 ? "" : $"<{who}Acct><Id><IBAN>{e.Iban}</IBAN></Id></{who}Acct>")}</RltdPties>")}<RmtInf><Ustrd>{Escape(e.Text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>

                """);
        }
        lists++;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>CAMT-{lists}</MsgId><CreDtTm>{events[^1].Day:yyyy-MM-dd}T06:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>{events[^1].Day.Year}-{lists:000}</Id><ElctrncSeqNb>{lists}</ElctrncSeqNb><Acct><Id><IBAN>{FundIban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
            {Balance("OPBD", opening, events[0].Day)}{Balance("CLBD", bankHolds, events[^1].Day)}
            {text}</Stmt></BkToCstmrStmt></Document>
            """);
    }

    private static string Balance(string code, long cents, DateOnly day) => string.Create(CultureInfo.InvariantCulture,
        $"""<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{new Cents(cents).ToFile()}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day:yyyy-MM-dd}</Dt></Dt></Bal>""");

    private static string Coded(string code) => code.Split('/') is [var domain, var family, var kind]
        ? $"<BkTxCd><Domn><Cd>{domain}</Cd><Fmly><Cd>{family}</Cd><SubFmlyCd>{kind}</SubFmlyCd></Fmly></Domn></BkTxCd>" : "";

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text) ?? "";

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);
}
