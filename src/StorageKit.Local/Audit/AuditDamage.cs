using System.Globalization;

namespace StorageKit.Local;

/// <summary>What a log is told to be damaged by: always with the file, never with content.</summary>
internal static class AuditDamage
{
    internal static StorageException At(string path, int line) => Of(
        $"line {line} of \"{path}\" is damaged, and what is around it was acknowledged; restore it from a backup");

    internal static StorageException Cut(string path, long length, long expected) => Of(
        $"\"{path}\" has {length} bytes, and {expected} were acknowledged: somebody has cut it; restore a backup");

    internal static StorageException Missing(string path) => Of(
        $"\"{path}\" is missing, and there are later files of the log; restore it from a backup");

    static StorageException Of(FormattableString what) =>
        new(StorageErrorKind.Serialization, what.ToString(CultureInfo.InvariantCulture));
}
