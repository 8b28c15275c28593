using System.Globalization;
using Wijkfonds.Democracy.Bundles;

namespace Wijkfonds.Cli;

/// <summary>What was checked and what was found, in words.</summary>
internal static class FindingWords
{
    internal static string Of(Claim claim, long number, Terminal terminal) => claim switch
    {
        Claim.LedgerOfOneFund => terminal.Say($"alle {number} boekingen zijn van hetzelfde fonds", $"all {number} entries are of the same fund"),
        Claim.LedgerSequence => terminal.Say("de boekingen zijn genummerd zonder gat", "the entries are numbered without a hole"),
        Claim.LedgerBalances => terminal.Say("elke boeking is in evenwicht", "every entry balances"),
        Claim.LedgerReversals => terminal.Say("elke terugboeking is het precieze tegendeel van een eerdere boeking", "every reversal is the exact opposite of an earlier entry"),
        Claim.LedgerChain => terminal.Say("elke hash volgt uit de vorige en de tekst", "every hash follows from the one before and the text"),
        Claim.LedgerPrevious => terminal.Say("elke boeking noemt de hash van de boeking ervoor", "every entry names the hash of the one before"),
        Claim.LedgerHead => terminal.Say("de laatste hash is die van het fonds", "the last hash is that of the fund"),
        Claim.LedgerKept => terminal.Say($"boeking {number} heeft de vingerafdruk die jij bewaarde", $"entry {number} has the fingerprint that you kept"),
        Claim.DrawPoolHash => terminal.Say($"de lijst van {number} kandidaten is de lijst waarvan de hash vooraf bekend was", $"the list of {number} candidates is the one whose hash was published beforehand"),
        Claim.DrawKey => terminal.Say("de sleutel volgt uit de hash en de bron", "the key follows from hash and source"),
        Claim.DrawOutcome => terminal.Say($"de {number} gelote namen en reserves volgen uit de sleutel", $"the {number} drawn and reserve labels follow from the key"),
        Claim.FairAnnouncement => terminal.Say($"lijst ({number} mensen), quota's en loting zijn die waarvan de hash vooraf bekend was", $"list ({number} people), quotas and lottery are those whose hash was published beforehand"),
        Claim.FairPool => terminal.Say($"de {number} kandidaten zijn die van de aankondiging", $"the {number} candidates are those of the announcement"),
        Claim.FairQuotas => terminal.Say($"alle {number} panels voldoen aan alle quota's", $"all {number} panels meet every quota"),
        Claim.FairWeights => terminal.Say($"de gewichten van de panels tellen op tot {number} nummers", $"the weights of the panels add up to {number} numbers"),
        Claim.FairRounding => terminal.Say("hoeveel nummers elk panel heeft, volgt uit de sleutel", "how many numbers each panel has follows from the key"),
        Claim.FairNumber => terminal.Say($"nummer {number} volgt uit de sleutel", $"number {number} follows from the key"),
        Claim.FairSpoken => terminal.Say($"nummer {number} is een van de nummers (het is in de zaal getrokken)", $"number {number} is one of the numbers (it was drawn in the room)"),
        Claim.FairPanel => terminal.Say($"de {number} gelote mensen zijn het panel met dat nummer", $"the {number} drawn people are the panel with that number"),
        Claim.FairReserve => terminal.Say($"de reservelijst ({number}) volgt uit de sleutel", $"the reserve list ({number}) follows from the key"),
        Claim.RecountNumbers => terminal.Say($"de aantallen kloppen ({number} stembiljetten)", $"the numbers are right ({number} ballots)"),
        Claim.RecountVotes => terminal.Say($"de stemmen van de {number} plannen zijn die van de biljetten", $"the votes of the {number} projects are those of the ballots"),
        Claim.RecountOrder => terminal.Say("de winnaars zijn gekozen in de volgorde die het bestand geeft", "the winners were elected in the order that the file gives"),
        Claim.RecountLot => terminal.Say("de loting volgt uit de sleutel", "the lot follows from its key"),
        _ => terminal.Say($"de telregel geeft dezelfde {number} winnaars", $"the rule gives the same {number} winners"),
    };

    internal static string Of(Difference difference, Terminal terminal)
    {
        var (nl, en) = difference.Key switch
        {
            "ledger.fund" => ("boeking {0} is van fonds {1}", "entry {0} is of fund {1}"),
            "ledger.sequence" => ("boeking {0} staat waar {1} hoort", "entry {0} stands where {1} should"),
            "ledger.balance" => ("boeking {0} is {1} cent uit evenwicht", "entry {0} is {1} cents out of balance"),
            "ledger.chain" => ("boeking {0} hoort hash {1} te hebben", "entry {0} should have hash {1}"),
            "ledger.previous" => ("boeking {0} noemt {1} als vorige hash, en dat is {2}", "entry {0} names {1} as the hash before it, which is {2}"),
            "ledger.reversal.later" => ("boeking {0} boekt {1} terug, en die is er niet vóór", "entry {0} reverses {1}, which is no earlier entry"),
            "ledger.reversal.twice" => ("boeking {0} boekt {1} terug, en dat was al gebeurd", "entry {0} reverses {1}, which was reversed before"),
            "ledger.reversal.opposite" => ("boeking {0} is niet het tegendeel van {1}", "entry {0} is not the opposite of {1}"),
            "ledger.head" => ("de laatste boeking heeft hash {0}, het fonds zegt {1}", "the last entry has hash {0}, the fund says {1}"),
            "ledger.kept.missing" => ("boeking {0} staat er niet in; het bestand heeft er {1}", "entry {0} is not in it; the file has {1}"),
            "ledger.kept.hash" => ("boeking {0} heeft {1}, jij bewaarde {2}", "entry {0} has {1}, you kept {2}"),
            "draw.hash" => ("de lijst heeft hash {0}", "the list has hash {0}"),
            "draw.key" => ("hash en bron geven sleutel {0}", "hash and source give key {0}"),
            "draw.missing" => ("{0}: plaats {1} ontbreekt en hoort {2} te zijn", "{0}: place {1} is missing and should be {2}"),
            "draw.extra" => ("{0}: {2} staat op plaats {1} zonder geloot te zijn", "{0}: {2} stands at place {1} without having been drawn"),
            "draw.place" => ("{0}: plaats {1} hoort {2} te zijn", "{0}: place {1} should be {2}"),
            "fair.pool" => ("de kandidaten hebben hash {0}", "the candidates have hash {0}"),
            "fair.labels" => ("de kandidaten staan niet in de volgorde van de aankondiging", "the candidates do not stand in the order of the announcement"),
            "fair.problem" => ("kandidaten en quota's passen niet bij elkaar", "candidates and quotas do not fit each other"),
            "fair.quota" => ("panel {0} voldoet niet", "panel {0} does not"),
            "fair.order" => ("panel {0} staat niet op zijn plaats", "panel {0} does not stand in its place"),
            "fair.weights" => ("de gewichten zijn samen {0} en horen {1} te zijn", "the weights are {0} together and should be {1}"),
            "fair.nolottery" => ("zonder goede gewichten is er niets na te doen", "without sound weights there is nothing to redo"),
            "fair.copies" => ("panel {0} hoort {1} nummers te hebben", "panel {0} should have {1} numbers"),
            "fair.copies.extra" => ("er zijn meer aantallen dan panels", "there are more counts than panels"),
            "fair.number" => ("het hoort nummer {0} te zijn", "it should be number {0}"),
            "fair.range" => ("het hoogste nummer is {0}", "the highest number is {0}"),
            "fair.panel.missing" => ("{0} ontbreekt", "{0} is missing"),
            "fair.panel.extra" => ("{0} zit er niet in", "{0} does not sit in it"),
            "fair.panel.order" => ("ze staan niet in de volgorde van de lijst", "they do not stand in the order of the list"),
            "recount.numbers" => ("{0} zegt {1}, het bestand heeft {2}", "{0} says {1}, the file has {2}"),
            "recount.votes" => ("plan {0} heeft {1} stemmen, het bestand zegt {2}", "project {0} has {1} votes, the file says {2}"),
            "recount.nowinners" => ("het bestand zegt niet wie won", "the file does not say who won"),
            "recount.wins" => ("plan {0} wint, het bestand zegt van niet", "project {0} wins, the file says it does not"),
            "recount.loses" => ("plan {0} wint niet, het bestand zegt van wel", "project {0} does not win, the file says it does"),
            "recount.order" => ("plan {0} is gekozen als nummer {1}, het bestand zegt {2}", "project {0} was elected as number {1}, the file says {2}"),
            "recount.tie" => ("gelijk geëindigd zonder loting: {0}", "tied without a lot: {0}"),
            "recount.nolot" => ("er is een sleutel, maar geen loting", "there is a key, but no lot"),
            "recount.badkey" => ("de sleutel heeft niet 64 hexadecimale cijfers", "the key does not have 64 hexadecimal digits"),
            "recount.lot" => ("plaats {0} van de loting hoort plan {1} te zijn", "place {0} of the lot should be project {1}"),
            _ => (difference.ToString(), difference.ToString()),
        };
        return string.Format(CultureInfo.InvariantCulture, terminal.Say(nl, en), difference.Values);
    }
}
