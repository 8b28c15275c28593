using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>Which file a bank's list came from.</summary>
public enum BankFormat { Camt02, Camt08, Rabobank, Ing, AbnAmro, Triodos, Bunq }

/// <summary>One line of a bank's list, as the file says it. Positive came in, negative went out.</summary>
/// <param name="Iban">The other party's account; empty where the bank names none.</param>
/// <param name="Text">What the other party or the bank wrote with it.</param>
public sealed record StatementLine(DateOnly BookedOn, DateOnly ValueDate, Cents Amount, string Name, string Iban, string Text)
{
    /// <summary>The bank's own reference of the line, unique for the account; empty where it gives none.</summary>
    public string BankReference { get; init; } = "";
    /// <summary>The reference that the payer gave with a single payment; never "NOTPROVIDED".</summary>
    public string EndToEnd { get; init; } = "";
    /// <summary>The payer's reference of a whole batch (PmtInfId, else MsgId).</summary>
    public string Batch { get; init; } = "";
    /// <summary>Why a payment came back, as the bank's code; empty for all else.</summary>
    public string ReturnReason { get; init; } = "";
    /// <summary>Where one line holds several payments: each of them. Their amounts are those of the payments, never of the line.</summary>
    public IReadOnlyList<StatementPart> Parts { get; init; } = [];
    /// <summary>The bank's own word for the kind of movement: domain/family/sub-family; empty where it gives none.</summary>
    public string Code { get; init; } = "";
    public Cents? BalanceAfter { get; init; }
}

/// <summary>One payment within a line. Signed like the line; null where the file does not say.</summary>
public sealed record StatementPart(Cents? Amount, string Name, string Iban, string Text, string EndToEnd);

/// <summary>A list of one account over some days. Balances are null where the file has none.</summary>
/// <param name="Account">The account's IBAN, or the number that the bank gives instead.</param>
public sealed record ReadStatement(string Account, string Number, Cents? Opening, Cents? Closing, DateOnly From, DateOnly Until, IReadOnlyList<StatementLine> Lines);

/// <summary>What a file holds, in its own order.</summary>
public sealed record BankContent(BankFormat Format, IReadOnlyList<ReadStatement> Statements);
