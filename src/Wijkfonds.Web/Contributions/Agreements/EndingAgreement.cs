using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>
/// The giver stops early: what falls due after the last day lapses. The notice that was agreed counts from the giver's letter.
/// Who stops sooner does so all the same: then it is recorded as against the agreement, and everybody can read that.
/// </summary>
public sealed class EndingAgreement(Texts texts) : AfterAgreement(texts)
{
    public override DecisionKind Kind => DecisionKind.EndAgreement;
    protected override AgreementActKind Act => AgreementActKind.Ended;
    protected override AgreementActKind TakenBack => AgreementActKind.EndTakenBack;
    protected override PledgeReason Why => PledgeReason.Ended;

    protected override Outcome<ActTerms> Read(Agreement agreement, ActForm typed, DateOnly today)
    {
        if (AgreementForm.Day(typed.Day) is not { } day) return new Missing("day", "Agreement.Day");
        var notice = string.IsNullOrWhiteSpace(typed.Notice) ? today : AgreementForm.Day(typed.Notice);
        if (notice is not { } on) return new Missing("notice", "Agreement.Day");
        if (on > today) return new Missing("notice", "Agreement.DayAhead");
        return new ActTerms(day, 0, "") { NoticeOn = on, Against = typed.Against && day < on.AddMonths(agreement.NoticeMonths) };
    }

    protected override Refusal? Check(Agreement agreement, ActTerms terms) =>
        agreement.ConfirmedAt is null ? new AgreementNotConfirmed()
        : terms.Undoes ? null
        : agreement.EndsOn == terms.Day ? new AgreementHasEnded(terms.Day)
        : !terms.Against && terms.NoticeOn is { } on && terms.Day < on.AddMonths(agreement.NoticeMonths) ? new NoticeTooShort(agreement.NoticeMonths, on.AddMonths(agreement.NoticeMonths)) : null;
}

/// <summary>The giver fixes the amount afterwards: at most what was promised. What arrived above it is owed back.</summary>
public sealed class FinalisingAgreement(Texts texts) : AfterAgreement(texts)
{
    public override DecisionKind Kind => DecisionKind.FinaliseAgreement;
    protected override AgreementActKind Act => AgreementActKind.Finalised;
    protected override AgreementActKind TakenBack => AgreementActKind.FinalTakenBack;
    protected override PledgeReason Why => PledgeReason.Finalised;

    protected override Outcome<ActTerms> Read(Agreement agreement, ActForm typed, DateOnly today)
    {
        if (AgreementForm.Day(typed.Day) is not { } day) return new Missing("day", "Agreement.Day");
        var amount = Typed.Amount(typed.Amount, "amount");
        if (amount.Refused) return amount.Refusal;
        return day > today ? new Missing("day", "Agreement.DayAhead") : new ActTerms(day, amount.Value.Value, "");
    }

    protected override Refusal? Check(Agreement agreement, ActTerms terms) =>
        agreement.ConfirmedAt is null ? new AgreementNotConfirmed()
        : terms.Undoes ? null
        : agreement.FinalAmount == new Cents(terms.Cents) ? new AgreementIsFinal(new(terms.Cents))
        : new Cents(terms.Cents) > agreement.Promised ? new FinalAbovePromise(new(terms.Cents), agreement.Promised) : null;
}
