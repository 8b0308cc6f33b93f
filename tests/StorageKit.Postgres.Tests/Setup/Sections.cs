using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>Sections of the driver.</summary>
internal static class Sections
{
    internal const string Key = "c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=";

    internal static string At(BackendAddress at, string more = $"encryption_key = '{Key}'") =>
        $"""
        host = '{at.Host}'
        port = {at.Port}
        database = '{at.Database}'
        username = '{at.User}'
        password = '{at.Password}'
        {more}
        """;
}
