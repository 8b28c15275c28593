using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What a line probably is. Nothing happens before somebody clicks it.</summary>
/// <param name="Subject">What was released, the file of released payments, deposit, contributor (a new deposit), award or cash slip; the line itself for costs and interest.</param>
/// <param name="Number">The public number of the subject, where it has one.</param>
/// <param name="Name">Whose it is, in words.</param>
/// <param name="Sure">Reference and amount agree: many such lines can be confirmed together.</param>
public sealed record Proposal(ProposalKind Kind, Guid Subject, int Number, string Name, Cents Amount, bool Sure)
{
    /// <summary>What left, or came back; only for released money.</summary>
    public OutgoingKind? Of { get; init; }
    /// <summary>The released money that it is about: each is on one line of the bank only.</summary>
    public IReadOnlyList<Outgoing> Pays { get; init; } = [];

    /// <summary>Its words are "bank.is.{Word}".</summary>
    public string Word => Of?.ToString() ?? Kind.ToString();

    /// <summary>Released by two, or the bank's own word that these are its costs: no reason to alarm anybody.</summary>
    public bool Allows => Kind is ProposalKind.Payment or ProposalKind.Batch || (Kind == ProposalKind.Costs && Sure);

    public static Proposal For(Outgoing paid, bool sure) => new(ProposalKind.Payment, paid.Id, paid.Number, paid.Name, -paid.Amount, sure) { Of = paid.Kind, Pays = [paid] };
}

/// <summary>Payment: any released money that left. Batch: a whole file of it, which the bank shows as one line.</summary>
public enum ProposalKind { Payment, Returned, Costs, Interest, KnownDeposit, NewDeposit, Repayment, Batch, CashBack }
