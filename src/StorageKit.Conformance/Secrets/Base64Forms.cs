namespace StorageKit.Conformance.Secrets;

/// <summary>How bytes look in Base64, whatever stands before and after them.</summary>
internal static class Base64Forms
{
    /// <summary>What follows 0, 1 or 2 other bytes is written in other letters; the first and the last group depend on
    /// what is around, and are left out.</summary>
    /// <param name="bytes">At least 6.</param>
    internal static IEnumerable<string> Of(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes])[4..^4];
            yield return text;
            yield return text.Replace('+', '-').Replace('/', '_');
        }
    }
}
