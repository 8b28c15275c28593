using System.Text;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Tests.Shared.Uploads;

public sealed class UploadTests
{
    [Theory]
    [InlineData(6, true), InlineData(8, false), InlineData(3, true)]
    public void A_photo_loses_where_and_by_whom_it_was_made_and_keeps_which_way_is_up(int orientation, bool little)
    {
        var taken = SampleFiles.Jpeg([.. SampleFiles.Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8.ToArray()), .. SampleFiles.Exif(orientation, little),
            .. SampleFiles.Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Rosa</x:xmpmeta>"u8.ToArray()), .. SampleFiles.Segment(0xFE, "Rosa's telefoon"u8.ToArray())]);
        var kept = Read(taken);
        Assert.Equal((FileKind.Jpeg, 16, 16), (kept.Kind, kept.Width, kept.Height));
        var text = Encoding.Latin1.GetString(kept.Content);
        foreach (var secret in new[] { "GPS", "Rosa", "MyPhone", "xmpmeta", "JFIF" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains("Exif", text, StringComparison.Ordinal);
        // Read once more: what was written says the same.
        Assert.Equal(kept.Content, Read(kept.Content).Content);
        Assert.Equal((byte)orientation, kept.Content[6 + 6 + 18]);
    }

    [Fact]
    public void A_photo_that_stands_upright_has_no_notes_at_all() =>
        Assert.Equal(SampleFiles.Jpeg(), Read(SampleFiles.Jpeg(SampleFiles.Exif(1))).Content);

    [Fact]
    public void What_follows_the_end_of_a_picture_is_left_behind()
    {
        Assert.Equal(SampleFiles.Jpeg(), Read(SampleFiles.Jpeg(after: "PK\u0003\u0004 een zip, of <script>alert(1)</script>"u8.ToArray())).Content);
        Assert.Equal(SampleFiles.Png(), Read(SampleFiles.Png("%PDF-1.7 %%EOF"u8.ToArray())).Content);
    }

    [Fact]
    public void A_png_loses_its_notes_and_keeps_its_colours_and_which_way_is_up()
    {
        byte[] tiff = [.. SampleFiles.Exif(6)[10..]];
        var kept = Read(SampleFiles.Png(null, ("tEXt", "Author\0Rosa"u8.ToArray()), ("zTXt", "x\0\0ab"u8.ToArray()), ("eXIf", tiff), ("tIME", [7, 234, 1, 1, 1, 1, 1]), ("tRNS", [0, 10])));
        var text = Encoding.Latin1.GetString(kept.Content);
        foreach (var gone in new[] { "tEXt", "Rosa", "zTXt", "tIME", "GPS", "MyPhone" }) Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
        Assert.Contains("tRNS", text, StringComparison.Ordinal);
        Assert.Contains("eXIf", text, StringComparison.Ordinal);
        Assert.Equal(kept.Content, Read(kept.Content).Content);
    }

    [Fact]
    public void The_kind_follows_from_the_content_and_what_is_no_picture_or_pdf_is_refused()
    {
        Assert.Equal(FileKind.Pdf, Read(SampleFiles.Pdf()).Kind);
        foreach (var other in new[] { "<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "GIF89a=alert(1)", "MZ\u0090\0", "PK\u0003\u0004", "#!/bin/sh", " %PDF-1.7\n%%EOF", "RIFF....WEBPVP8 " })
            Assert.IsType<UploadUnknown>(Upload.Read(Encoding.Latin1.GetBytes(other), "photo").Refusal);
        Assert.IsType<UploadIsPhonePicture>(Upload.Read(Encoding.Latin1.GetBytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "photo").Refusal);
        Assert.IsType<UploadMissing>(Upload.Read([], "photo").Refusal);
        Assert.IsType<UploadTooLarge>(Upload.Read(new byte[Upload.MostBytes + 1], "photo").Refusal);
    }

    [Fact]
    public void A_picture_broken_off_anywhere_is_refused_and_never_read_past_its_end()
    {
        foreach (var whole in new[] { SampleFiles.Jpeg(SampleFiles.Exif(6)), SampleFiles.Png(null, ("tEXt", "a\0b"u8.ToArray())) })
            for (var length = 9; length < whole.Length; length++)
                Assert.IsType<UploadDamaged>(Upload.Read(whole[..length], "photo").Refusal);
        Assert.IsType<UploadDamaged>(Upload.Read("%PDF-1.7\n1 0 obj"u8.ToArray(), "receipts").Refusal);
        Assert.IsType<UploadDamaged>(Upload.Read([.. SampleFiles.Pdf(), .. "<script>alert(1)</script>"u8], "receipts").Refusal);
    }

    /// <summary>Any byte may be anything: what comes out is refused, or reads again to the very same bytes.</summary>
    [Fact]
    public void A_picture_with_any_byte_changed_is_refused_or_written_anew_once_and_for_all()
    {
        var chance = new Random(20270314);
        foreach (var whole in new[] { SampleFiles.Jpeg(SampleFiles.Exif(6)), SampleFiles.Png(null, ("eXIf", SampleFiles.Exif(6)[10..])) })
            for (var i = 0; i < whole.Length; i++)
                for (var turn = 0; turn < 6; turn++)
                {
                    var changed = whole.ToArray();
                    changed[i] = (byte)chance.Next(256);
                    if (Upload.Read(changed, "photo") is { Refused: false, Value: { } kept }) Assert.Equal(kept.Content, Read(kept.Content).Content);
                }
    }

    [Fact]
    public void A_picture_of_more_dots_than_a_phone_can_show_is_refused_by_name()
    {
        var wide = SampleFiles.Jpeg();
        var frame = wide.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        foreach (var i in new[] { 5, 6, 7, 8 }) wide[frame + i] = 0xFF;
        Assert.IsType<PictureTooWide>(Upload.Read(wide, "photo").Refusal);
    }

    private static Upload Read(byte[] bytes)
    {
        var read = Upload.Read(bytes, "photo");
        return read.Refused ? throw new InvalidOperationException(read.Refusal.ToString()) : read.Value;
    }
}
