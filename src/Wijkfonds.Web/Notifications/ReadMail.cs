using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wijkfonds.Web.Notifications;

/// <summary>A mail read back from its file. Reads what <see cref="MailFormat"/> writes, no more.</summary>
public sealed partial record ReadMail(string Name, string To, string Subject, DateTimeOffset Date, string Body)
{
    public static ReadMail From(FileInfo file)
    {
        var text = File.ReadAllText(file.FullName);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        return new(Path.GetFileNameWithoutExtension(file.Name), headers["To"], Words(headers["Subject"]),
            DateTimeOffset.ParseExact(headers["Date"], "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture),
            Encoding.UTF8.GetString(Convert.FromBase64String(text[(end + 4)..])).ReplaceLineEndings("\n"));
    }

    /// <summary>A line in pieces: links, and the words between them.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string line)
    {
        var at = 0;
        foreach (Match link in Links().Matches(line))
        {
            if (link.Index > at) yield return (line[at..link.Index], false);
            yield return (link.Value, true);
            at = link.Index + link.Length;
        }
        if (at < line.Length) yield return (line[at..], false);
    }

    private static string Words(string header) => Encoded().Replace(header.Replace("?= =?", "?==?", StringComparison.Ordinal),
        word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Encoded();

    [GeneratedRegex(@"https?://[^\s<>]+")]
    private static partial Regex Links();
}
