namespace StorageKit.Local;

/// <summary>What a listing makes of a file.</summary>
internal static class ObjectFile
{
    /// <summary>Null for what is no object, or one without the prefix.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: it is an object's file, and
    /// does not say of which.</exception>
    internal static ObjectInfo? InfoOf(FileInfo file, string prefix)
    {
        // A link is none of ours; its length would be that of a file elsewhere.
        if (!KeyFile.IsName(file.Name) || file.Attributes.HasFlag(FileAttributes.ReparsePoint)) return null;
        try
        {
            if (KeyFile.KeyOf(file.Name) is { } spelled)
                return spelled.StartsWith(prefix, StringComparison.Ordinal) ? new(spelled, file.Length) : null;
            using var content = PrivateFile.OpenExisting(file.FullName, FileAccess.Read);
            var key = Utf8.Text(KeyFile.ReadHead(content));
            return key.StartsWith(prefix, StringComparison.Ordinal)
                ? new(key, content.Length - content.Position)
                : null;
        }
        catch (FormatException)
        {
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"\"{file.FullName}\" is named as an object of no key; move it out of the folder");
        }
    }
}
