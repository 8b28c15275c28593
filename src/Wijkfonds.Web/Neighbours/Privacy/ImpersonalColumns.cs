namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>Columns that hold words but nobody's: names of things, settings, hashes and codes of a kind.</summary>
public static class ImpersonalColumns
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "Deadline.Local", "Deadline.Zone",
        "Fund.Slug", "Fund.Name", "Fund.Neighbourhood", "Fund.Zone", "Fund.Language", "Fund.Desk", "Fund.DeskPhone",
        "Round.Name", "Section.Name", "Theme.Name", "Earmark.Name", "Earmark.Themes", "Earmark.TargetGroup", "Section.OnlyThemes", "Section.Complexes", "Section.TargetGroup",
        // Names of buildings and of lists.
        "EarmarkPlace.Complex", "EarmarkList.Name",
        "Holder.Name", "Holder.Kvk", "Holder.Rsin", "Holder.PayPolicy",
        "Seat.Organisation", "Decision.Path",
        "Report.SampleHead", "JournalEntry.PreviousHash", "JournalEntry.Hash", "LedgerHead.Hash",
        // What was voted, shuffled, without anything that leads to a person.
        "SealedBallot.Choices", "PlanResult.TiedWith", "PlanResult.Trace", "SectionFigures.Text",
        // Numbers on a list, and the published text of a draw.
        "AnnouncedDraw.Hash", "AnnouncedDraw.Text", "HeldDraw.Text",
        // Numbers of awards, payments, costs and lines; how many there were.
        "Flag.Key", "Flag.About", "FlagLook.Stood",
        // What the bank called its file.
        "BankFile.Name",
        "BankFile.Sha256", "BankStatement.Number", "BankLine.Key", "BankLine.Code", "BankWords.ReturnReason", "MoneyRules.Iban", "MoneyRules.Holder",
        "PaymentFile.MessageId", "PaymentFile.Holder", "PaymentFile.Iban", "PaymentExport.Reference",
        "OutboxMessage.LastError", "JobLease.Job",
    };
}
