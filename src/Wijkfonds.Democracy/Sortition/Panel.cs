namespace Wijkfonds.Democracy.Sortition;

/// <summary>People who can sit together. Two panels of the same people are equal.</summary>
public sealed class Panel : IEquatable<Panel>, IComparable<Panel>
{
    private readonly int[] members;

    /// <param name="members">Indices in <see cref="SelectionProblem.People"/>, in any order, each once.</param>
    /// <exception cref="ArgumentException">An index is negative or there twice.</exception>
    public Panel(IEnumerable<int> members)
    {
        this.members = [.. members.Order()];
        if (this.members.Length > 0) ArgumentOutOfRangeException.ThrowIfNegative(this.members[0], nameof(members));
        for (var i = 1; i < this.members.Length; i++)
            if (this.members[i] == this.members[i - 1]) throw new ArgumentException($"person {this.members[i]} is there twice", nameof(members));
    }

    /// <summary>Indices in <see cref="SelectionProblem.People"/>, ascending.</summary>
    public IReadOnlyList<int> Members => members;

    /// <summary>Whether a person sits in it.</summary>
    public bool Contains(int person) => Array.BinarySearch(members, person) >= 0;

    /// <inheritdoc/>
    public bool Equals(Panel? other) => other is not null && members.AsSpan().SequenceEqual(other.members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Panel);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var member in members) hash.Add(member);
        return hash.ToHashCode();
    }

    /// <summary>The order of a published list of panels: by first member, then by second, and so on.</summary>
    public int CompareTo(Panel? other) => other is null ? 1 : members.AsSpan().SequenceCompareTo(other.members);
}
