using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Wijkfonds.Web.Notifications;

/// <summary>A message as mail programmes read it (RFC 5322, MIME): CRLF, UTF-8, base64 in lines of 76.</summary>
public static class MailFormat
{
    public static string Eml(Message message, MailAddress from)
    {
        var text = new StringBuilder();
        void Header(string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");
        Header("From", from.DisplayName.Length > 0 ? $"{Word(from.DisplayName)} <{from.Address}>" : from.Address);
        Header("To", message.To);
        Header("Subject", Word(message.Subject));
        Header("Date", message.Date.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        foreach (var (name, value) in Extra(message, from)) Header(name, value);
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Transfer-Encoding", "base64");
        text.Append("\r\n").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(Lines(message.Body)), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>What both ways of sending add: an id that stays the same at every try, and that no person wrote it.</summary>
    public static IEnumerable<(string Name, string Value)> Extra(Message message, MailAddress from)
    {
        yield return ("Message-ID", $"<{message.Id:N}@{from.Host}>");
        yield return ("Auto-Submitted", "auto-generated");
    }

    /// <summary>The text with CRLF, as mail wants its lines.</summary>
    public static string Lines(string body) => body.ReplaceLineEndings("\r\n");

    /// <summary>A header's words: plain where plain will do, else encoded words of at most 75 signs that never split a letter.</summary>
    public static string Word(string words)
    {
        var plain = new string([.. words.Select(c => char.IsControl(c) ? ' ' : c)]);
        if (plain.All(c => c is >= ' ' and < (char)127) && plain.Length < 70) return plain;
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(part.ToString()) + rune.Utf8SequenceLength > 45)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            part.Append(rune);
        }
        parts.Add(part.ToString());
        return string.Join("\r\n ", parts.Select(p => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(p))}?="));
    }
}
