using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>An entry in plain words, with where its euros came from and went to. Names of people never stand in it.</summary>
public sealed record EntryStory(JournalEntry Entry, string Sentence, Cents Amount, IReadOnlyList<EuroStep> Steps);

/// <summary>Knows what the references of the book stand for, in words anybody may read.</summary>
public sealed class EntryStories(Words words, Func<string, string> here)
{
    private Layers layers = null!;
    private Dictionary<int, string> contributors = [];
    private Dictionary<Guid, string> earmarks = [];
    private Dictionary<Guid, (Round Round, Section Section)> sections = [];
    private Dictionary<Guid, Award> awards = [];
    private Dictionary<Guid, Payment> payments = [];
    private Dictionary<long, JournalEntry> reversed = [];
    private Dictionary<long, int> years = [];

    /// <summary>Whose euros a line moves: the organisation, with the earmark where they are bound.</summary>
    public string NameOf(Guid layer) => earmarks.TryGetValue(layer, out var earmark)
        ? words["layer.bound", GiverOf(layer), layers[layer].Earmark, earmark] : GiverOf(layer);

    public Layer LayerOf(Guid layer) => layers[layer];

    /// <summary>The page of who gave these euros; the fund's own money has none but its entries.</summary>
    public string PathOf(Guid layer) => here(layers[layer].Contributor is var number and > 0 ? $"/bijdragers/{number}" : new EntryFilter { Contributor = 0 }.Path);

    private string GiverOf(Guid layer) => layers[layer].Contributor is var number and > 0 ? contributors[number] : words["layer.own"];

    /// <summary>What the account of a line is called, with the section or plan it belongs to.</summary>
    public string PlaceOf(JournalLine line) => line.Account switch
    {
        LedgerAccount.Reserved when line.Subject is { } s && sections.TryGetValue(s, out var found) => words["entry.at.Reserved", found.Section.Name, found.Round.Name],
        LedgerAccount.Awarded when line.Subject is { } a && awards.TryGetValue(a, out var award) => words["entry.at.Awarded", Plan(award)],
        LedgerAccount.Reserved when line.Subject == line.FundId => words["entry.at.Cash"],
        var account => words[$"LedgerAccount.{account}"],
    };

    /// <param name="contributor">Only the part of this contributor's euros, and that it is a part; null is the whole entry.</param>
    public async Task<IReadOnlyList<EntryStory>> Tell(WijkfondsContext db, IReadOnlyList<JournalEntry> entries, int? contributor = null)
    {
        await Learn(db, entries);
        return [.. entries.Select(entry => Tell(entry, contributor))];
    }

    private async Task Learn(WijkfondsContext db, IReadOnlyList<JournalEntry> entries)
    {
        var fund = entries.Select(e => e.FundId).FirstOrDefault();
        layers = await Layers.Of(db, fund);
        contributors = await db.Set<Contributor>().Where(c => c.FundId == fund).Select(c => new { c.Number, c.Party.Name }).ToDictionaryAsync(c => c.Number, c => c.Name);
        earmarks = await db.Set<Earmark>().Where(e => e.FundId == fund).ToDictionaryAsync(e => e.Id, e => e.Name);
        var sequences = entries.Select(e => e.Reverses).OfType<long>().ToList();
        if (sequences.Count > 0)
            reversed = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => sequences.Contains(e.Sequence)).ToDictionaryAsync(e => e.Sequence);
        var subjects = entries.Select(e => e.Subject).Concat(entries.SelectMany(e => e.Lines).Select(l => l.Subject).OfType<Guid>()).Distinct().ToList();
        sections = (await db.Set<Round>().AsNoTracking().Include(r => r.Sections).Where(r => r.Sections.Any(s => subjects.Contains(s.Id))).ToListAsync())
            .SelectMany(r => r.Sections, (round, section) => (round, section)).ToDictionary(s => s.section.Id);
        var added = entries.Concat(reversed.Values).Where(e => e.Kind == EntryKind.Supplement).Select(e => (long?)e.Sequence).ToList();
        if (added.Count > 0) years = await db.Set<ConditionalYear>().Where(y => y.FundId == fund && added.Contains(y.EntrySequence)).ToDictionaryAsync(y => y.EntrySequence!.Value, y => y.Year);
        payments = await db.Set<Payment>().AsNoTracking().Where(p => subjects.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var promised = payments.Values.Select(p => p.AwardId).Concat(subjects).ToList();
        awards = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal.Round).Where(a => promised.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
    }

    private EntryStory Tell(JournalEntry entry, int? contributor)
    {
        if (contributor is null) return Tell(entry, entry.Amount);
        var part = entry.Moves.Where(l => layers[l.Party].Contributor == contributor).Aggregate(Cents.Zero, (sum, l) => sum + l.Amount);
        var story = Tell(entry, part);
        return part == entry.Amount ? story : story with { Sentence = words["entry.part", story.Sentence, entry.Amount] };
    }

    private EntryStory Tell(JournalEntry entry, Cents amount)
    {
        if (entry.Reverses is not { } sequence) return new(entry, Sentence(entry, amount), amount, Steps(entry, amount));
        return new(entry, words[entry.Kind == EntryKind.ReturnedPayment ? "entry.ReturnedPayment" : "entry.Reversal", sequence, Sentence(reversed[sequence], amount)], amount, Steps(reversed[sequence], amount));
    }

    private string Sentence(JournalEntry entry, Cents amount) => entry.Kind switch
    {
        EntryKind.Deposit or EntryKind.GivenBack => words[$"entry.{entry.Kind}", GiverOf(entry.Lines.MinBy(l => l.Position)!.Party), amount],
        EntryKind.Reservation or EntryKind.Release when sections.TryGetValue(entry.Subject, out var s) =>
            words[$"entry.{entry.Kind}", amount, s.Section.Name, s.Round.Name],
        EntryKind.Supplement when years.TryGetValue(entry.Sequence, out var year) && awards.TryGetValue(entry.Subject, out var later) =>
            words["year.entry", amount, Plan(later), year.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        EntryKind.Award or EntryKind.Lapse or EntryKind.Supplement or EntryKind.Repayment when awards.TryGetValue(entry.Subject, out var award) =>
            words[$"entry.{entry.Kind}", amount, Plan(award)],
        EntryKind.CashDifference => words[entry.Lines.Any(l => l.Account == LedgerAccount.Cash && l.Amount > Cents.Zero) ? "entry.CashDifference.more" : "entry.CashDifference.less", amount],
        EntryKind.Payment when payments.TryGetValue(entry.Subject, out var payment) => words["entry.Payment", amount, Plan(awards[payment.AwardId])],
        _ => words[$"entry.{entry.Kind}.bare", amount],
    };

    private List<EuroStep> Steps(JournalEntry entry, Cents amount)
    {
        var steps = new List<EuroStep>();
        var givers = entry.Lines.Select(l => l.Party).DistinctBy(l => layers[l].Contributor).ToList();
        if (givers.Count == 1) steps.Add(new(words["euro.contributor"], GiverOf(givers[0]), PathOf(givers[0])));
        else steps.Add(new(words["euro.contributor"], words["euro.contributors", givers.Count], here("/bijdragers")));
        steps.Add(new(words["euro.pot"], words["euro.pot.name"], here("/geld"), entry.Kind is EntryKind.Deposit ? amount : null));
        if (sections.TryGetValue(entry.Subject, out var s)) steps.Add(new(words["euro.round"], s.Round.Name, here($"/rondes/{s.Round.Number}"), amount));
        var payment = payments.GetValueOrDefault(entry.Subject);
        if (awards.GetValueOrDefault(payment?.AwardId ?? entry.Subject) is not { } award) return steps;
        steps.Add(new(words["euro.round"], award.Proposal.Round.Name, here($"/rondes/{award.Proposal.Round.Number}")));
        steps.Add(new(words["euro.plan"], words["entry.Plan", award.Proposal.Number ?? 0, award.Proposal.Title], here($"/rondes/{award.Proposal.Round.Number}/plannen/{award.Proposal.Number}"), award.Amount));
        if (payment is not null) steps.Add(new(words["euro.payment"], words["euro.team", Plan(award)], here($"/geld/boekingen/{payment.EntrySequence}"), amount));
        return steps;
    }

    private string Plan(Award award) => words["entry.plan", award.Proposal.Number ?? 0, award.Proposal.Title];
}
