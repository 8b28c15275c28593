using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
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
    private Dictionary<Guid, Contributor> contributors = [];
    private Dictionary<Guid, (Round Round, Section Section)> sections = [];
    private Dictionary<Guid, Award> awards = [];
    private Dictionary<Guid, Payment> payments = [];
    private Dictionary<long, JournalEntry> reversed = [];

    /// <summary>The name of the organisation whose euros a line moves.</summary>
    public string NameOf(Guid party) => contributors[party].Party.Name;

    public int NumberOf(Guid party) => contributors[party].Number;

    /// <summary>What the account of a line is called, with the section or plan it belongs to.</summary>
    public string PlaceOf(JournalLine line) => line.Account switch
    {
        LedgerAccount.Reserved when line.Subject is { } s && sections.TryGetValue(s, out var found) => words["entry.at.Reserved", found.Section.Name, found.Round.Name],
        LedgerAccount.Awarded when line.Subject is { } a && awards.TryGetValue(a, out var award) => words["entry.at.Awarded", Plan(award)],
        var account => words[$"LedgerAccount.{account}"],
    };

    public async Task<IReadOnlyList<EntryStory>> Tell(WijkfondsContext db, IReadOnlyList<JournalEntry> entries)
    {
        await Learn(db, entries);
        return [.. entries.Select(Tell)];
    }

    private async Task Learn(WijkfondsContext db, IReadOnlyList<JournalEntry> entries)
    {
        contributors = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).ToDictionaryAsync(c => c.PartyId);
        var sequences = entries.Select(e => e.Reverses).OfType<long>().ToList();
        if (sequences.Count > 0)
            reversed = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => sequences.Contains(e.Sequence)).ToDictionaryAsync(e => e.Sequence);
        var subjects = entries.Select(e => e.Subject).Concat(entries.SelectMany(e => e.Lines).Select(l => l.Subject).OfType<Guid>()).Distinct().ToList();
        sections = (await db.Set<Round>().AsNoTracking().Include(r => r.Sections).Where(r => r.Sections.Any(s => subjects.Contains(s.Id))).ToListAsync())
            .SelectMany(r => r.Sections, (round, section) => (round, section)).ToDictionary(s => s.section.Id);
        payments = await db.Set<Payment>().AsNoTracking().Where(p => subjects.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var promised = payments.Values.Select(p => p.AwardId).Concat(subjects).ToList();
        awards = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal.Round).Where(a => promised.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
    }

    private EntryStory Tell(JournalEntry entry)
    {
        var amount = entry.Lines.Where(l => l.Amount > Cents.Zero).Aggregate(Cents.Zero, (sum, l) => sum + l.Amount);
        if (entry.Reverses is not { } sequence) return new(entry, Sentence(entry, amount), amount, Steps(entry, amount));
        return new(entry, words["entry.Reversal", sequence, Sentence(reversed[sequence], amount)], amount, Steps(reversed[sequence], amount));
    }

    private string Sentence(JournalEntry entry, Cents amount) => entry.Kind switch
    {
        EntryKind.Deposit => words["entry.Deposit", NameOf(entry.Lines[0].Party), amount],
        EntryKind.Reservation or EntryKind.Release when sections.TryGetValue(entry.Subject, out var s) =>
            words[$"entry.{entry.Kind}", amount, s.Section.Name, s.Round.Name],
        EntryKind.Award when awards.TryGetValue(entry.Subject, out var award) => words["entry.Award", amount, Plan(award)],
        EntryKind.Payment when payments.TryGetValue(entry.Subject, out var payment) => words["entry.Payment", amount, Plan(awards[payment.AwardId])],
        _ => words[$"entry.{entry.Kind}.bare", amount],
    };

    private List<EuroStep> Steps(JournalEntry entry, Cents amount)
    {
        var steps = new List<EuroStep>();
        var parties = entry.Lines.Select(l => l.Party).Distinct().ToList();
        if (parties.Count == 1) steps.Add(new(words["euro.contributor"], NameOf(parties[0]), here($"/bijdragers/{NumberOf(parties[0])}")));
        else steps.Add(new(words["euro.contributor"], words["euro.contributors", parties.Count], here("/bijdragers")));
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
