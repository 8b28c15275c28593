using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>A file that lies in the folder already and waits for its row.</summary>
public sealed record Brought(Upload Upload, string Sha256, FileUse Use, string Field);

/// <summary>
/// Files that come with a form. They are read and put in the folder before the transaction, which only writes rows; what no row
/// keeps in the end is taken away again.
/// </summary>
public sealed class Bringing(FileStore store, Database database)
{
    /// <summary>Files by one person in an hour.</summary>
    public const int PerHour = 60;
    /// <summary>Files with one form.</summary>
    public const int AtOnce = 10;

    /// <summary>Reads all files of a form; the first that is not taken refuses all. A field without a file brings nothing.</summary>
    public async Task<Outcome<IReadOnlyList<Brought>>> Take(params (IFormFile? File, FileUse Use, string Field)[] files)
    {
        var taken = new List<Brought>();
        foreach (var (file, use, field) in files.Where(f => f.File is { Length: > 0 }).Take(AtOnce))
        {
            if (file!.Length > Upload.MostBytes) return new UploadTooLarge(field, Upload.MostMegabytes);
            using var memory = new MemoryStream((int)file.Length);
            await file.CopyToAsync(memory);
            var upload = Upload.Read(memory.ToArray(), field);
            if (upload.Refused) return upload.Refusal;
            if (use is not FileUse.Receipt && !upload.Value.Kind.IsPicture()) return new UploadIsNoPicture(field);
            taken.Add(new Brought(upload.Value, "", use, field));
        }
        for (var i = 0; i < taken.Count; i++) taken[i] = taken[i] with { Sha256 = await store.Keep(taken[i].Upload.Content) };
        return taken;
    }

    /// <summary>Writes the rows, in the transaction of the act they belong to.</summary>
    public static async Task<Refusal?> Keep(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid subject, IReadOnlyList<Brought> files, bool published = false)
    {
        if (files.Count == 0) return null;
        var hourAgo = now.AddHours(-1);
        if (await db.Set<KeptFile>().CountAsync(f => f.BroughtBy == who.AccountId && f.BroughtAt > hourAgo) + files.Count > PerHour)
            return new UploadsTooMany(files[0].Field, PerHour);
        var number = await db.Set<KeptFile>().MaxAsync(f => (int?)f.Number) ?? 0;
        foreach (var file in files)
            db.Add(new KeptFile
            {
                FundId = fund, Number = ++number, Subject = subject, Use = file.Use, Kind = file.Upload.Kind, Sha256 = file.Sha256, Bytes = file.Upload.Content.Length,
                Width = file.Upload.Width, Height = file.Upload.Height, BroughtBy = who.AccountId!.Value, BroughtAt = now, PublishedAt = published ? now : null,
            });
        return null;
    }

    /// <summary>The act was refused: what was put in the folder for it goes, unless something else keeps the same bytes.</summary>
    public async Task Forget(IReadOnlyList<Brought> files)
    {
        await using var db = database.Open();
        foreach (var name in files.Select(f => f.Sha256).Distinct())
            if (!await db.Set<KeptFile>().AnyAsync(f => f.Sha256 == name)) store.Erase(name);
    }
}
