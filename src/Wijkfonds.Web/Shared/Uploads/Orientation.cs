using System.Buffers.Binary;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>Which way is up (Exif 2.3, tag 0x0112): 1 as stored, 2 to 8 turned or mirrored. The one thing that is kept of a picture's notes.</summary>
internal static class Orientation
{
    public const int AsStored = 1;
    private const int Tag = 0x0112;

    /// <summary>From a TIFF block; <see cref="AsStored"/> where it does not say, or is not what it says it is.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return AsStored;
        var little = tiff[..4].SequenceEqual("II*\0"u8);
        if (!little && !tiff[..4].SequenceEqual("MM\0*"u8)) return AsStored;
        var first = Whole(tiff[4..], little);
        if (first < 8 || first > tiff.Length - 2) return AsStored;
        var entries = tiff[(int)first..];
        var count = Half(entries, little);
        for (var i = 0; i < count && entries.Length >= 2 + (i + 1) * 12; i++)
        {
            var entry = entries[(2 + i * 12)..];
            if (Half(entry, little) == Tag) return Half(entry[8..], little) is >= 1 and <= 8 and var turned ? turned : AsStored;
        }
        return AsStored;
    }

    /// <summary>A TIFF block that says this and nothing else.</summary>
    public static byte[] Write(int orientation) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    private static int Half(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Whole(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
