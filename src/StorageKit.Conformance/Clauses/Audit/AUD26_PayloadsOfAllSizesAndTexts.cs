using System.Text;

namespace StorageKit.Conformance.Clauses;

/// <summary>Payloads of 0 bytes to 1 MiB, of any valid Unicode, come back exactly.</summary>
/// <remarks>A lone surrogate is not among them: <see cref="AuditEntry"/> itself refuses it.</remarks>
[Clause(
    "AUD-26", "Payloads from 0 bytes to 1 MiB and of any valid Unicode, U+0000 included, come back exactly.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD26_PayloadsOfAllSizesAndTexts : Clause<IAuditSink>
{
    static readonly string[] s_texts =
    [
        "", "x", "\0", "\0\0a\0", "{\"a\":\"\\u0000\"}", "\r\n\t\b\f\u001b\u007f", "\"\\/'`%_?$1:a;--",
        "\u2028\u2029\ufeff",
        "🔑👩‍👩‍👧‍👦", "\uD7FF\uE000\uFFFD\uFFFE\uFFFF", "\U0010FFFF", "العربية \u202e עברית", "e\u0301\u00e9", "null",
        "{not json",
        "\ufeff{\"a\":1}", " \t x \u00a0\n", "{ \"b\" : 1.0,\r\n \"a\" : 1, \"a\" : 2 }",
    ];

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        string[] payloads = [.. s_texts, Text(64 << 10, 'x'), Text((64 << 10) + 1, 'é'), Text(1 << 20, 'x')];
        var trail = AuditSamples.NewTrail();
        var entries = payloads.Select(payload => trail.Next(AuditEventType.ToolDispatched, 0, payload)).ToArray();
        await store.EmitAllAsync(entries, context.CancellationToken).ConfigureAwait(false);

        var actual = await context.ReadAuditAsync().ConfigureAwait(false);
        Expect.Equal(entries.Length, actual.Count, "entries read back");
        for (var i = 0; i < entries.Length; i++)
        {
            var what = i < s_texts.Length
                ? $"payload {OddKeys.Name(s_texts[i])}"
                : $"payload of {payloads[i].Length} characters";
            Expect.SameBytes(Encoding.UTF8.GetBytes(payloads[i]), Encoding.UTF8.GetBytes(actual[i].Payload), what);
            Expect.That(
                actual[i].VerifyIntegrity(), $"{what}: the hash made from what was read back is not the stored one");
        }
    }

    static string Text(int length, char c) => new(c, length);
}
