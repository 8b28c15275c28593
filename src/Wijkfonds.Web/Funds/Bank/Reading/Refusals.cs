using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>A file of a bank that is not read, and why.</summary>
public abstract record BankFileRefusal : Refusal
{
    public override string? Field => "file";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Larger than any list of a neighbourhood's account.</summary>
public sealed record BankFileTooLarge(int Megabytes) : BankFileRefusal;

public sealed record BankFileEmpty : BankFileRefusal;

/// <summary>Neither CAMT.053 in a known version nor a list of a known bank.</summary>
public sealed record BankFileUnknown : BankFileRefusal;

/// <summary>It defines a document type or entities, which no bank does: an attack, or not a bank's file.</summary>
public sealed record BankFileDefinesEntities : BankFileRefusal;

/// <summary>Of a known kind, but something in it cannot be read; the line says where, from 1.</summary>
public sealed record BankFileBroken(int Line) : BankFileRefusal;

/// <summary>The bank marked it as a copy or duplicate of an earlier one.</summary>
public sealed record BankFileIsCopy(string Number) : BankFileRefusal;

/// <summary>Another currency than euro.</summary>
public sealed record BankFileNotEuro(string Currency) : BankFileRefusal;

/// <summary>What the list starts with and its lines do not add up to what it ends with: lines are missing.</summary>
public sealed record BankFileDoesNotAddUp(string Number, Cents Reckoned, Cents Says) : BankFileRefusal;
