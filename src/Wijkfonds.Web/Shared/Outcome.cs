using System.Diagnostics.CodeAnalysis;

namespace Wijkfonds.Web.Shared;

/// <summary>What a rule answers: an outcome or a named refusal, never both.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal)), MemberNotNullWhen(false, nameof(Value))]
    public bool Refused => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The outcome of an act that has nothing to tell but that it is done.</summary>
public readonly record struct Done
{
    public static readonly Done It = default;
}
