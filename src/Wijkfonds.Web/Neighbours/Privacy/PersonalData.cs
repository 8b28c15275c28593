namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>
/// One kind of personal data. Its words stand in texts.json: "privacy.{Key}.what", ".why", ".who" and ".until".
/// </summary>
/// <param name="ErasedBy">The job that erases it at its end, or the act of its owner.</param>
public sealed record PersonalKind(string Key, string ErasedBy, params string[] Columns);

/// <summary>
/// Everything personal that is stored, by table and column. The privacy page is made from it, and a test fails for a
/// column that stands neither here nor in <see cref="ImpersonalColumns"/>.
/// </summary>
public static class PersonalData
{
    private const string OwnAct = nameof(Mine.Erasing);

    public static readonly IReadOnlyList<PersonalKind> All =
    [
        new("account", EraseWhatEnded.JobName,
            "Account.Email", "Account.NormalizedEmail", "Account.UserName", "Account.NormalizedUserName", "Account.PhoneNumber", "Account.Language"),
        new("entry", OwnAct,
            "Account.PasswordHash", "Account.SecurityStamp", "Account.ConcurrencyStamp", "AccountToken.Value", "AccountToken.Name", "AccountToken.LoginProvider",
            "AccountClaim.ClaimType", "AccountClaim.ClaimValue", "AccountLogin.LoginProvider", "AccountLogin.ProviderKey", "AccountLogin.ProviderDisplayName"),
        new("name", OwnAct, "Account.PublicName", "Seat.PublicName"),
        new("plan", OwnAct,
            "Proposal.Title", "Proposal.Summary", "Proposal.Story", "Proposal.Place", "Proposal.OwnPart", "Proposal.Team", "Proposal.Handle", "CostLine.What",
            "ProposalVersion.Text", "ProposalAct.Words", "BallotPlan.Title", "BallotPlan.Summary", "BallotPlan.Story", "BallotPlan.Place", "BallotPlan.OwnPart", "BallotPlan.Team"),
        new("role", OwnAct,
            "Seat.AccountId", "Representative.AccountId", "Host.AccountId", "Voice.AccountId", "Voice.Reason", "EarmarkWord.AccountId", "EarmarkWord.Reason", "Interest.AccountId", "Interest.Reason",
            "RoundAct.AccountId", "RoundAct.Note", "Proposal.AccountId", "TeamMate.AccountId", "Payment.PreparedBy", "Payment.ReleasedBy", "PaymentFile.MadeBy", "BankFile.ReadBy", "BankMark.MarkedBy", "CashSlip.EnteredBy", "AllianceCost.PreparedBy", "Relation.MadeBy", "Relation.EndedBy",
            "OfferAct.AccountId"),
        new("audit", OwnAct,
            "AuditAct.DoneBy", "AuditAct.Words", "AuditCheck.DoneBy", "AuditCheck.Remark", "AuditCount.DoneBy", "AuditCount.AlongBy", "AuditCount.Words",
            "AuditMinutes.DoneBy", "AuditMinutes.Present", "AuditMinutes.Words", "RelationsDeclared.AccountId", "RelationsDeclared.Words", "FlagAnswer.SaidBy", "FlagAnswer.Words"),
        new("money", EraseWhatEnded.JobName,
            "Party.Name", "Party.Iban", "Party.Email", "Party.Contact", "Party.AccountId", "Deposit.BankReference", "Agreement.Reference", "Agreement.Conditions", "AgreementAct.Reason", "Refund.Reason", "Refund.Iban", "Payment.Purpose",
            "Offer.What", "Offer.Valuation", "OfferNote.Words", "Decision.About", "Decision.Terms",
            "PaymentExport.Name", "PaymentExport.Iban", "PaymentExport.Text", "IbanChange.Iban", "IbanChange.Note",
            "BankWords.Name", "BankWords.Iban", "BankWords.Text", "BankWords.EndToEnd", "BankWords.Batch", "BankWords.Parts", "BankWords.Explanation",
            "PayWish.Name", "PayWish.Iban", "AllianceCost.What", "CashSlip.What", "EarmarkWord.Letter"),
        new("places", EraseWhatEnded.JobName, "EarmarkPlace.Postcode", "EarmarkPlace.Addition"),
        new("evidence", EraseWhatEnded.JobName, "KeptFile.Sha256", "KeptFile.BroughtBy", "Report.Words", "Report.Paper", "Report.SentBy", "Report.AnsweredBy", "Report.Answer"),
        new("holder", EraseWhatEnded.JobName, "Holder.Board", "Holder.Complaints"),
        new("mail", EraseWhatEnded.JobName, "OutboxMessage.To", "OutboxMessage.Subject", "OutboxMessage.Body", "OutboxMessage.Key"),
        new("reminder", EraseWhatEnded.JobName, "Reminder.AccountId", "Reminder.StopToken"),
        new("invitation", EraseWhatEnded.JobName, "Invitation.Email", "Invitation.TokenHash"),
        new("draw", EraseWhatEnded.JobName, "Candidate.AccountId", "Candidate.PublicName"),
    ];
}
