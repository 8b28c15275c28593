using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>Instants are Unix milliseconds: SQLite can neither order nor compare a DateTimeOffset.</summary>
public sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
