using System.Text.Json;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>What a back-up says about itself: manifest.json, its first entry to be read.</summary>
/// <param name="Migration">The database's newest migration; a restore makes that shape first and migrates on from there.</param>
/// <param name="Sha256">Of the entry that holds the database, or of all tables together.</param>
public sealed record BackupManifest(int Version, string Provider, string Migration, DateTimeOffset MadeAt, string Sha256)
{
    public const int Current = 1;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static BackupManifest Read(Stream json) => JsonSerializer.Deserialize<BackupManifest>(json) is { Version: Current } read
        ? read
        : throw new BackupRefusal("This back-up was made by a newer version of the program. Install that version first.");
}
