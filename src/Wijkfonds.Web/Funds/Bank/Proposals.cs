using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What a line probably is. Nothing happens before somebody clicks it.</summary>
/// <param name="Subject">The payment, deposit, contributor (a new deposit) or award; the line itself for costs and interest.</param>
/// <param name="Number">The public number of the subject, where it has one.</param>
/// <param name="Name">Whose it is, in words.</param>
/// <param name="Sure">Reference and amount agree: many such lines can be confirmed together.</param>
public sealed record Proposal(ProposalKind Kind, Guid Subject, int Number, string Name, Cents Amount, bool Sure);

public enum ProposalKind { Payment, Returned, Costs, Interest, KnownDeposit, NewDeposit, Repayment, Refund }
