namespace StorageKit.Sqlite.Tests;

/// <summary>The text of <c>[storage.outbox]</c> with its target's section.</summary>
internal static class OutboxSections
{
    internal static string Sqlite(string folder, string more = "") =>
        $"""
        target = 'sqlite'
        path = '{folder}/outbox.db'
        {more}
        [storage.sqlite]
        path = '{folder}/target.db'
        plaintext = true
        """;
}
