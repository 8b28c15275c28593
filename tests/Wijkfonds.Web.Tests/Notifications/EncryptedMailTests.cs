using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Notifications;

/// <summary>Mails hold names and links that open doors: they travel encrypted, to a server that proves who it is, or not at all.</summary>
public sealed class EncryptedMailTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("wijkfonds-tls-").FullName;

    [Fact]
    public async Task The_invitations_of_the_first_run_travel_encrypted_to_a_server_with_a_trusted_certificate()
    {
        using var certificate = Certificate();
        var trusted = Path.Combine(data, "trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        await using var host = new SmtpHost { Certificate = certificate };
        await using var program = new OwnProcess(("ASPNETCORE_ENVIRONMENT", "Production"), ("Data__Path", Path.Combine(data, "site")), ("SSL_CERT_FILE", trusted),
            ("Mail__Host", "localhost"), ("Mail__Port", host.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__From", "fonds@wijk.example"));
        await program.Start();
        var founder = await Visitor.At(program.Address).Go("/eerste-keer");
        await founder.Press("Wijkfonds beginnen", ("Code", (await File.ReadAllTextAsync(Path.Combine(data, "site", "first-run-code"))).Trim()),
            ("HostEmail", "host@voorbeeld.nl"), ("HostPassword", "mijn eerste server draait"), ("HostName", "Henk"), ("Name", "Wijkfonds Oosterhoek"),
            ("Slug", "oosterhoek"), ("Neighbourhood", "Oosterhoek"), ("Residents", "12.500"), ("Zone", "Europe/Amsterdam"),
            ("Treasurer", "treasurer@voorbeeld.nl"), ("Member", "lid1@voorbeeld.nl"), ("SecondMember", "lid2@voorbeeld.nl"));
        Assert.Equal(["lid1@voorbeeld.nl", "lid2@voorbeeld.nl", "treasurer@voorbeeld.nl"], (await host.Delivered(3)).Order(StringComparer.Ordinal));
        Assert.True(host.Commands.IndexOf("STARTTLS") < host.Commands.FindIndex(c => c.StartsWith("MAIL", StringComparison.Ordinal)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task To_a_server_that_nobody_vouches_for_or_that_does_not_encrypt_nothing_is_said(bool encrypts)
    {
        using var certificate = Certificate();
        await using var host = new SmtpHost { Certificate = encrypts ? certificate : null };
        await using var site = new TestSite();
        await using var sending = site.WithWebHostBuilder(b =>
        {
            b.UseSetting("Mail:Host", "localhost");
            b.UseSetting("Mail:Port", host.Port.ToString(CultureInfo.InvariantCulture));
            b.UseSetting("Mail:From", "fonds@wijk.example");
        });
        await site.Given(new OutboxMessage { Key = "een", To = "iemand@voorbeeld.nl", Subject = "Onderwerp", Body = "Tekst", WrittenAt = site.Clock.Now, DueAt = site.Clock.Now });
        await using var scope = sending.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<SendMail>().Single().Run(site.Clock.Now, CancellationToken.None);

        Assert.NotEmpty(host.Commands);
        Assert.DoesNotContain(host.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("RCPT", StringComparison.Ordinal));
        Assert.Empty(host.Received);
        await using var db = site.Open();
        var kept = await db.Set<OutboxMessage>().SingleAsync();
        Assert.Equal((1, null), (kept.Attempts, kept.SentAt));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        // A certificate that looks at the real calendar, as the process that checks it does.
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
