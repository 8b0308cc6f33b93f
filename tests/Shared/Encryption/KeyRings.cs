using StorageKit.Conformance;

namespace StorageKit.Testing.Encryption;

/// <summary>Texts of <c>[storage.encryption]</c>, which go behind a driver's section.</summary>
internal static class KeyRings
{
    internal const string Old = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    internal const string New = "c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=";

    /// <summary>The key "old" alone.</summary>
    internal const string OnlyOld = $"\n[storage.encryption]\nactive = 'old'\nkeys = {{ old = '{Old}' }}\n";

    /// <summary>The key "new" alone.</summary>
    internal const string OnlyNew = $"\n[storage.encryption]\nactive = 'new'\nkeys = {{ new = '{New}' }}\n";

    /// <summary>Both; "new" is active.</summary>
    internal const string Rotated =
        $"\n[storage.encryption]\nactive = 'new'\nkeys = {{ new = '{New}', old = '{Old}' }}\n";

    /// <summary>Both; "old" is active.</summary>
    internal const string Prepared =
        $"\n[storage.encryption]\nactive = 'old'\nkeys = {{ new = '{New}', old = '{Old}' }}\n";

    /// <summary>For a suite: the section with another active key.</summary>
    internal sealed class Rotation(string section) : IKeyRotation
    {
        public string RotatedSection => section + Rotated;
    }
}
