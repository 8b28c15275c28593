using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>XML Auditfile Financieel: from 1 January 2027 the tax office takes 4.0 only; accountants' programs still read 3.2.</summary>
public enum XafVersion { V40, V32 }

/// <summary>A year of a book as an auditfile: amounts in cents, debit positive. Totals come first in the file, so transactions are asked for twice.</summary>
/// <param name="TaxId">The RSIN of who legally holds the fund; empty where it is not known: never guessed.</param>
/// <param name="Commerce">The number at the Chamber of Commerce; null where it is not known.</param>
/// <param name="Opening">Balance accounts that did not open at zero, in order of number.</param>
/// <param name="Transactions">Of one journal, in order.</param>
public sealed record XafFile(int Year, DateOnly Created, string Company, string? Commerce, string TaxId, IReadOnlyList<XafParty> Parties,
    IReadOnlyList<XafAccount> Accounts, IReadOnlyList<(string Account, Cents Debit)> Opening, Func<XafJournal, IEnumerable<XafTransaction>> Transactions);

/// <summary>An organisation that gives. Who receives is never named: that may be a person.</summary>
public sealed record XafParty(string Id, string Name);

/// <param name="Rgs">Null where none is known: left out.</param>
public sealed record XafAccount(string Id, string Name, bool IsBalance, string? Rgs);

public enum XafJournal { Bank, Cash, Memo }

public sealed record XafTransaction(string Number, string Text, DateOnly Day, IReadOnlyList<XafLine> Lines);

/// <param name="Project">The plan, as round and number; null where there is none.</param>
public sealed record XafLine(string Account, Cents Debit, string? Party, string? Project);
