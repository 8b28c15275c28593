using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Hosting;

/// <summary>
/// An installation without funds in Production: every page leads to /eerste-keer, where the one-time code of this start
/// opens the form. The code is on the console and in {Data:Path}/first-run-code, which only the process's owner can read.
/// </summary>
public sealed class FirstRun(Database database, DataFolder folder, IHostEnvironment environment)
{
    public const string Path = "/eerste-keer";
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private string code = "";
    private volatile bool done;

    /// <summary>At start: makes the code when there is no fund yet.</summary>
    public async Task Open()
    {
        if (!await IsWaiting()) return;
        code = RandomNumberGenerator.GetString(Alphabet, 16);
        var shown = string.Join('-', code.Chunk(4).Select(c => new string(c)));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(folder.File("first-run-code"));
        await using (var file = new StreamWriter(folder.File("first-run-code"), new UTF8Encoding(false), options)) await file.WriteLineAsync(shown);
        Console.WriteLine($"First run: open {Path} and type this code: {shown}");
    }

    public async ValueTask<bool> IsWaiting()
    {
        if (done || !environment.IsProduction()) return false;
        await using var db = database.Open();
        done = await db.Set<Fund>().AnyAsync();
        return !done;
    }

    public bool Fits(string? typed)
    {
        var plain = new string([.. (typed ?? "").Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        return code.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(code));
    }

    public void Close()
    {
        (code, done) = ("", true);
        File.Delete(folder.File("first-run-code"));
    }
}

/// <summary>Until there is a fund, every page leads to the first-run page.</summary>
public static class FirstRunPages
{
    public static void UseFirstRun(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        var isPage = !path.StartsWithSegments(FirstRun.Path) && !path.StartsWithSegments("/health") && !path.StartsWithSegments("/fout")
            && !path.StartsWithSegments("/taal") && System.IO.Path.GetExtension(path.Value ?? "").Length == 0;
        if (isPage && await context.RequestServices.GetRequiredService<FirstRun>().IsWaiting()) context.Response.Redirect(FirstRun.Path);
        else await next();
    });
}
