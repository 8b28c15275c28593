using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Cli;

/// <summary>Why a project won or lost, in one true sentence.</summary>
internal static class Sentences
{
    internal static string Why(Outcome outcome, string id, Terminal terminal)
    {
        var election = outcome.Election;
        var verdict = outcome.On(id);
        var cost = election.Text(verdict.Project.Cost);
        var why = verdict switch
        {
            Won { EffectiveVotes: { } votes } won => terminal.Say(
                $"Plan {id} is gekozen als nummer {won.Place}: {Score(verdict)}, samen goed voor {votes.Decimal(2)} volle bijdragen van ten hoogste {Money(won.MaximalPayment!.Value)}; {won.Payers!.InFull} betaalden die, {won.Payers.AllTheyHad} alles wat ze nog hadden; kosten {cost}.",
                $"Project {id} was elected as number {won.Place}: {Score(verdict)}, together worth {votes.Decimal(2)} full payments of at most {Money(won.MaximalPayment!.Value)}; {won.Payers!.InFull} paid that, {won.Payers.AllTheyHad} all they had left; cost {cost}."),
            Won { Load: { } load } won => terminal.Say(
                $"Plan {id} is gekozen als nummer {won.Place}: {Score(verdict)}, die daarna ieder {Money(load)} dragen; kosten {cost}.",
                $"Project {id} was elected as number {won.Place}: {Score(verdict)}, who then carry {Money(load)} each; cost {cost}."),
            Won { Added: true } won => terminal.Say(
                $"Plan {id} is gekozen als nummer {won.Place}, van wat overbleef: {Score(verdict)}, kosten {cost}; daarna was er nog {election.Text(won.LeftAfter)}.",
                $"Project {id} was elected as number {won.Place}, from what was left: {Score(verdict)}, cost {cost}; {election.Text(won.LeftAfter)} was left after it."),
            SupportersLack poor => terminal.Say(
                $"Plan {id} is niet gekozen: wie erop stemden ({Score(verdict)}) hadden samen nog {Money(poor.LeftWithSupporters)}, en het kost {cost}.",
                $"Project {id} was not elected: its supporters ({Score(verdict)}) had {Money(poor.LeftWithSupporters)} left together, and it costs {cost}."),
            Won won => terminal.Say(
                $"Plan {id} is gekozen als nummer {won.Place}: {Score(verdict)}, kosten {cost}; daarna was er nog {election.Text(won.LeftAfter)}.",
                $"Project {id} was elected as number {won.Place}: {Score(verdict)}, cost {cost}; {election.Text(won.LeftAfter)} was left after it."),
            DidNotFit late => terminal.Say(
                $"Plan {id} is niet gekozen: toen het aan de beurt was ({Score(verdict)}), was er nog {election.Text(late.LeftAtItsTurn)}, en het kost {cost}.",
                $"Project {id} was not elected: at its turn ({Score(verdict)}) {election.Text(late.LeftAtItsTurn)} was left, and it costs {cost}."),
            NoVotes => terminal.Say($"Plan {id} is niet gekozen: niemand stemde erop.", $"Project {id} was not elected: nobody voted for it."),
            BelowThreshold few => terminal.Say(
                $"Plan {id} is niet gekozen: het kreeg {Score(verdict)}, en er zijn er {few.Threshold} nodig.",
                $"Project {id} was not elected: it has {Score(verdict)}, and {few.Threshold} are needed."),
            CountEnded ended => terminal.Say(
                $"Plan {id} is niet gekozen: de telling stopte bij plan {ended.EndedBy.Id}, dat niet meer paste.",
                $"Project {id} was not elected: the count ended at project {ended.EndedBy.Id}, which did not fit."),
            _ => throw new InvalidOperationException($"no sentence for {verdict.GetType().Name}"),
        };
        return outcome.LotThatDecided(id) is { } tie ? why + " " + Tie(tie, terminal) : why;

        // Money that is no whole amount is cut off, never rounded up: what somebody has is not made to look like more.
        string Money(Fraction amount) => new Fraction(amount.Numerator, amount.Denominator * election.Unit).Decimal(2);

        string Score(Verdict v) => outcome.Rule.Parameters.GetValueOrDefault("score") == "points"
            ? terminal.Say(outcome.ScoreText(v.Score) is "1" ? "1 punt" : $"{outcome.ScoreText(v.Score)} punten", outcome.ScoreText(v.Score) is "1" ? "1 point" : $"{outcome.ScoreText(v.Score)} points")
            : terminal.Say(v.Score == 1 ? "1 stem" : $"{v.Score} stemmen", v.Score == 1 ? "1 vote" : $"{v.Score} votes");
    }

    internal static string Enough(long? votes, Terminal terminal) => votes switch
    {
        null => terminal.Say("Met meer stemmen alleen was het niet gekozen.", "Votes alone would not have elected it."),
        1 => terminal.Say("Eén stem meer was genoeg geweest.", "One more vote would have been enough."),
        var more => terminal.Say($"{more} stemmen meer waren genoeg geweest.", $"{more} more votes would have been enough."),
    };

    internal static string Tie(Tie tie, Terminal terminal)
    {
        var ids = string.Join(", ", tie.Projects.Select(p => p.Id));
        var by = tie.Step switch
        {
            TieStep.Cost => terminal.Say("de laagste kosten gingen voor", "the lowest cost went first"),
            TieStep.Votes => terminal.Say("de meeste stemmen gingen voor", "the most votes went first"),
            TieStep.Lot => terminal.Say("de loting besliste", "the lot decided"),
            _ => terminal.Say("de volgorde van de nummers besliste", "the order of the ids decided"),
        };
        return terminal.Say($"Gelijk: {ids}; {by}.", $"Tied: {ids}; {by}.");
    }
}
