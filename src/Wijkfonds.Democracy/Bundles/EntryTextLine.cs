namespace Wijkfonds.Democracy.Bundles;

/// <summary>One line of a journal entry: which account, whose, about what, how much.</summary>
/// <param name="Account">The account's code.</param>
/// <param name="Party">The party's random reference, or null where the account has no party.</param>
/// <param name="Subject">What the line is about, as a reference, or null.</param>
/// <param name="Cents">Whole cents; one sign per side.</param>
public sealed record EntryTextLine(string Account, string? Party, string? Subject, long Cents)
{
    internal string Write() => string.Join(' ', "line", CanonicalText.Required(Account, nameof(Account)),
        CanonicalText.Word(Party, nameof(Party)), CanonicalText.Word(Subject, nameof(Subject)), CanonicalText.Number(Cents));

    internal static EntryTextLine Read(string text, int line)
    {
        var words = text.Split(' ');
        if (words.Length != 5 || !words.All(CanonicalText.IsWord) || words[1] == CanonicalText.None)
            throw new TextError(line, "a line is written: line ACCOUNT PARTY SUBJECT CENTS");
        return new(words[1], CanonicalText.OptionalWord(words[2]), CanonicalText.OptionalWord(words[3]), CanonicalText.Number(words[4], line));
    }
}
