namespace Lessons;

/// <summary>A first lesson for authors: small, complete and playable as it is.</summary>
public static class LessonScaffold
{
    /// <summary>The text of a lesson file with one lesson.</summary>
    /// <param name="id">The lesson's id.</param>
    /// <exception cref="ArgumentException">It cannot be an id.</exception>
    public static string Text(string id) => Address.IsId(id) && id.Length <= 40
        ? Template.Replace("LESSON-ID", id)
        : throw new ArgumentException($"`{id}` cannot be a lesson's id; expected 1 to 40 letters, digits, - and _, for example my-lesson", nameof(id));

    private const string Template = """
        {
          "format": 1,
          "lessons": [
            {
              "id": "LESSON-ID",
              "title": {"en": "LESSON-ID", "zh": "LESSON-ID"},
              "summary": {"en": "What a learner will find out, in a sentence.", "zh": "用一句话说明学习者会发现什么。"},
              "minutes": 5,
              "experiment": {
                "data": {"inputs": [[1], [2]], "targets": [2, 4]},
                "layers": [{"units": 1, "bias": false, "initialWeights": [[0]]}],
                "loss": "mse",
                "optimizer": {"type": "sgd", "learningRate": 0.1},
                "length": {"updates": 20}
              },
              "variants": [
                {"id": "faster", "title": {"en": "twice the rate", "zh": "两倍学习率"}, "set": {"optimizer.learningRate": 0.2}}
              ],
              "scenes": [
                {
                  "id": "start",
                  "title": {"en": "The question", "zh": "问题"},
                  "text": {
                    "en": ["Say what the learner sees.", "The weight starts at {{layer1.weight[0,0]}}: numbers in double braces come from the run."],
                    "zh": ["说明学习者看到了什么。", "权重从 {{layer1.weight[0,0]}} 开始：双花括号里的数字来自运行。"]
                  },
                  "panels": ["network", "data"],
                  "notes": {"en": "Only the teacher sees this.", "zh": "只有教师看得到。"}
                },
                {
                  "id": "forward",
                  "title": {"en": "One step, in numbers", "zh": "一步，用数字说明"},
                  "at": "1:layer1.z",
                  "text": {
                    "en": "The weighted sums are {{layer1.z}}.",
                    "zh": "加权和是 {{layer1.z}}。"
                  },
                  "focus": {"step": "layer1.z", "index": [1, 0]},
                  "panels": ["formula", "network"],
                  "ask": {
                    "type": "predict",
                    "prompt": {"en": "What will the loss be?", "zh": "损失会是多少？"},
                    "value": {"step": "loss"},
                    "hints": [{"en": "The mean of the squared errors.", "zh": "误差平方的平均值。"}],
                    "explain": {"en": "(2² + 4²)/2", "zh": "(2² + 4²)/2"}
                  }
                },
                {
                  "id": "end",
                  "title": {"en": "After training", "zh": "训练之后"},
                  "at": "end",
                  "text": {
                    "en": "After {{update}} updates the weight is {{layer1.weight[0,0]:3}} and the loss {{loss:e1}}.",
                    "zh": "经过 {{update}} 次更新，权重是 {{layer1.weight[0,0]:3}}，损失是 {{loss:e1}}。"
                  },
                  "compare": "faster",
                  "panels": ["loss", "compare"],
                  "ask": {
                    "type": "choice",
                    "prompt": {"en": "Which of the two runs got nearer to 2?", "zh": "两次运行中哪一次更接近 2？"},
                    "choices": [
                      {
                        "text": {"en": "This one.", "zh": "这一次。"},
                        "right": "loss < variant(faster, loss)",
                        "feedback": {"en": "Look at both losses.", "zh": "看看两个损失。"}
                      },
                      {
                        "text": {"en": "The one with twice the rate.", "zh": "学习率大一倍的那次。"},
                        "right": "variant(faster, loss) < loss",
                        "feedback": {"en": "Yes: every step goes twice as far, and not yet too far.", "zh": "对：每一步走得远一倍，又没有走过头。"}
                      }
                    ]
                  }
                }
              ],
              "claims": [
                {"text": {"en": "It learns.", "zh": "它学会了。"}, "holds": "loss < at(loss, 1) / 1000"}
              ],
              "takeaway": {"en": "One sentence to remember.", "zh": "值得记住的一句话。"},
              "sandbox": {"en": "What to try next.", "zh": "接下来可以试试什么。"}
            }
          ]
        }

        """;
}
