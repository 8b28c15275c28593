using System.Net;
using System.Net.Mail;
using System.Text;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Notifications;

/// <summary>Brings one message out of the house: to the SMTP host of Mail:Host with STARTTLS, or as a file in {Data:Path}/mail.</summary>
public sealed class Courier(IConfiguration configuration, DataFolder folder)
{
    private readonly IConfigurationSection mail = configuration.GetSection("Mail");

    public bool HasHost => mail["Host"] is { Length: > 0 };

    private MailAddress From => new(mail["From"] is { Length: > 0 } set ? set : "wijkfonds@localhost");

    public async Task Bring(Message message, CancellationToken stop)
    {
        if (!HasHost)
        {
            await Keep(message, stop);
            return;
        }
        using var client = new SmtpClient(mail["Host"], mail.GetValue("Port", 587))
        {
            EnableSsl = mail.GetValue("StartTls", true), DeliveryMethod = SmtpDeliveryMethod.Network,
            Credentials = mail["User"] is { Length: > 0 } user ? new NetworkCredential(user, mail["Password"]) : null,
        };
        using var composed = new MailMessage(From, new MailAddress(message.To))
        {
            Subject = message.Subject.ReplaceLineEndings(" "), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
            Body = MailFormat.Lines(message.Body), BodyEncoding = Encoding.UTF8, BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
        };
        foreach (var (name, value) in MailFormat.Extra(message, From)) composed.Headers[name] = value;
        await Send(client, composed, stop);
    }

    /// <summary>A server that keeps silent is given up after half a minute; the client's own time limit does not count here.</summary>
    private static async Task Send(SmtpClient client, MailMessage composed, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            await client.SendMailAsync(composed, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new IOException("The mail server did not answer in time.");
        }
    }

    /// <summary>First under another name, then in place: whoever reads the folder never sees half a mail.</summary>
    private async Task Keep(Message message, CancellationToken stop)
    {
        var place = Path.Combine(folder.Folder("mail"), $"{message.Date.UtcDateTime:yyyyMMdd-HHmmssfff}-{message.Id:N}.eml");
        await File.WriteAllTextAsync(place + ".part", MailFormat.Eml(message, From), new UTF8Encoding(false), stop);
        File.Move(place + ".part", place, overwrite: true);
    }
}
