namespace Wijkfonds.Web.Proposals.Reading;

public enum Change { Same, Gone, New }

/// <summary>A run of words that stayed, went or came.</summary>
public sealed record Passage(Change Change, string Text);

/// <summary>
/// What changed between two texts, word by word, by longest common subsequence.
/// What went stands before what came; texts too long to compare so are shown as one replaced by the other.
/// </summary>
public static class WordDiff
{
    private const int MostWords = 1500;

    public static IReadOnlyList<Passage> Of(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        if (a.Length > MostWords || b.Length > MostWords)
            return before == after ? [new(Change.Same, after)] : [new(Change.Gone, before), new(Change.New, after)];
        var common = Common(a, b);
        var passages = new List<Passage>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j]) (_, i, j) = (Add(passages, Change.Same, a[i]), i + 1, j + 1);
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1])) Add(passages, Change.Gone, a[i++]);
            else Add(passages, Change.New, b[j++]);
        }
        return passages;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Entry [i, j]: how many words the rests of both from there have in common, in order.</summary>
    private static int[,] Common(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static bool Add(List<Passage> passages, Change change, string word)
    {
        if (passages.Count > 0 && passages[^1].Change == change) passages[^1] = passages[^1] with { Text = passages[^1].Text + " " + word };
        else passages.Add(new Passage(change, word));
        return true;
    }
}
