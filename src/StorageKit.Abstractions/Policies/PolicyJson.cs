using System.Text.Json;

namespace StorageKit;

/// <summary>The JSON form of policy documents.</summary>
internal static class PolicyJson
{
    static readonly string[] DocumentFields = ["version", "name", "rules", "enforcement_mode"];
    static readonly string[] RuleFields = ["action_pattern", "decision"];

    internal static string Write(PolicyDocument policy)
    {
        var json = new SerdeWriter();
        json.Raw("{\"version\":").Number(policy.Version).Raw(",\"name\":").Text(policy.Name).Raw(",\"rules\":[");
        for (var i = 0; i < policy.Rules.Count; i++)
        {
            var rule = policy.Rules[i];
            json.Raw(i == 0 ? "{\"action_pattern\":" : ",{\"action_pattern\":").Text(rule.ActionPattern)
                .Raw(",\"decision\":").Text(rule.Decision.ToString()).Raw("}");
        }
        json.Raw("],\"enforcement_mode\":").Text(VariantNames.Name(policy.EnforcementMode)).Raw("}");
        return json.ToString();
    }

    internal static PolicyDocument Read(string json)
    {
        var reader = SerdeReader.Open(json, "policy document");
        reader.Read();
        uint version = 0;
        var name = "";
        List<PolicyRule> rules = [];
        var mode = EnforcementMode.Enforce;
        var document = new SerdeStruct(ref reader, "document", DocumentFields);
        while (document.Next(ref reader, out var field))
        {
            switch (field)
            {
                case 0: version = reader.UInt32("version"); break;
                case 1: name = reader.Text("name"); break;
                case 2: rules = ReadRules(ref reader); break;
                case 3: mode = reader.Variant("enforcement_mode", VariantNames.FindMode); break;
            }
        }
        document.RequireFirst(3, reader);
        reader.ReadEnd();
        return new(version, name, rules, mode);
    }

    static List<PolicyRule> ReadRules(ref SerdeReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray) throw reader.Expected("rules", "an array");
        List<PolicyRule> rules = [];
        while (true)
        {
            reader.Read();
            if (reader.Token == JsonTokenType.EndArray) return rules;
            rules.Add(ReadRule(ref reader));
        }
    }

    static PolicyRule ReadRule(ref SerdeReader reader)
    {
        var pattern = "";
        var decision = PolicyDecision.Deny;
        var rule = new SerdeStruct(ref reader, "rules", RuleFields);
        while (rule.Next(ref reader, out var field))
        {
            if (field == 0) pattern = reader.Text("action_pattern");
            else decision = reader.Variant("decision", VariantNames.Find<PolicyDecision>);
        }
        rule.RequireFirst(2, reader);
        return new(pattern, decision);
    }
}
